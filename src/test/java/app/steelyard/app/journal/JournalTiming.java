package app.steelyard.app.journal;

import app.steelyard.decision.answers.Answers;
import app.steelyard.document.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long the window's thread takes to hand over a state, sixty a second as under a drag, and how long it is until a state that is
 * handed over is on the disk. By hand: {@code java … app.steelyard.app.journal.JournalTiming folder}.
 */
public final class JournalTiming {
    private static final int STATES = 600;
    private static final int FRAME = 16;
    private static final double MILLI = 1e6;

    private JournalTiming() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "journal-timing");
        Journal journal = new Journal(folder, why -> {
            throw new IllegalStateException(why);
        });
        double[] handing = new double[STATES];
        for (int i = 0; i < STATES; i++) {
            Thread.sleep(FRAME);
            JournalEntry entry = entry(i);
            long begin = System.nanoTime();
            journal.keep(entry);
            handing[i] = (System.nanoTime() - begin) / MILLI;
        }
        double[] durable = new double[STATES / 4];
        for (int i = 0; i < durable.length; i++) {
            Thread.sleep(FRAME);
            JournalEntry entry = entry(i);
            long begin = System.nanoTime();
            journal.keep(entry);
            journal.flush();
            durable[i] = (System.nanoTime() - begin) / MILLI;
        }
        journal.close();
        Files.delete(folder);
        tell("handed over", handing);
        tell("on the disk, without the pause between two writes", durable);
    }

    private static JournalEntry entry(int n) {
        return new JournalEntry(Instant.now(), "", JournalKills.edited("timing", n), Answers.NONE, null);
    }

    private static void tell(String what, double... millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.3f ms, p95 %.3f ms, longest %.3f ms%n",
                what,
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length - 1]);
    }
}
