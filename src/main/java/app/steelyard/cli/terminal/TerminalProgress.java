package app.steelyard.cli.terminal;

import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Says in one line, written over and over, how far long work is. */
public final class TerminalProgress implements Progress, AutoCloseable {
    private static final Texts TEXTS = Console.TEXTS;
    private static final double MEGABYTE = 1e6;
    /** Before that, the speed says little of the time left. */
    private static final double FIRST_ESTIMATE_SECONDS = 1;

    private static final double FIRST_ESTIMATE_SHARE = 0.02;

    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream terminal;
    private final long started = System.nanoTime();
    private boolean shown;
    private String last = "";
    private double furthest;

    public TerminalProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    /**
     * Whether standard error is a terminal.
     *
     * @param console whether the console as a whole is one, which is taken where standard error cannot be looked at
     */
    public static boolean possible(boolean console) {
        try {
            String real = Path.of("/dev/stderr").toRealPath().toString();
            return real.startsWith("/dev/pts/") || real.startsWith("/dev/tty");
        } catch (IOException e) {
            // There is no such file, or it is a pipe.
            return console && System.getProperty("os.name", "").startsWith("Windows");
        }
    }

    @Override
    public synchronized boolean at(String file, long bytes, long ofBytes, long rows) {
        double seconds = (System.nanoTime() - started) / 1e9;
        String left = seconds < FIRST_ESTIMATE_SECONDS || bytes < FIRST_ESTIMATE_SHARE * ofBytes || bytes > ofBytes
                ? ""
                : TEXTS.get("progress.left", Math.ceil(seconds * (ofBytes - bytes) / bytes));
        terminal.print(CLEAR
                + TEXTS.get(
                        "progress",
                        file,
                        Numbers.count(Math.rint(Math.min(bytes, ofBytes) / MEGABYTE)),
                        Numbers.count(Math.max(1, Math.rint(ofBytes / MEGABYTE))),
                        Numbers.count((double) rows),
                        left));
        terminal.flush();
        shown = true;
        return true;
    }

    /** Says which share of {@code what} is done, 0 to 1, where that reads otherwise than before; nothing where it is quick. */
    public synchronized void at(String what, double share) {
        if ((System.nanoTime() - started) / 1e9 >= FIRST_ESTIMATE_SECONDS) {
            String line = TEXTS.get("progress.share", what, Numbers.percent(Math.floor(share * 100) / 100));
            // Of two threads the one that was further may have spoken first.
            if (share >= furthest && !line.equals(last)) {
                terminal.print(CLEAR + line);
                terminal.flush();
                furthest = share;
                last = line;
                shown = true;
            }
        }
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        if (shown) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
