package app.steelyard.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Notices that the program is to end, by Ctrl-C, and lets it clean up before. */
public final class Interruption implements AutoCloseable {
    private static final long MOST_SECONDS = 20;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop the import");
    private volatile boolean wanted;

    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public boolean wanted() {
        return wanted;
    }

    private void stop() {
        wanted = true;
        try {
            // The program ends when this returns, whether or not the work has come to its end.
            if (!done.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!wanted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // It is running already.
                wanted = true;
            }
        }
    }
}
