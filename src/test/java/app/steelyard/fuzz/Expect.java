package app.steelyard.fuzz;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must hold whatever was read. */
final class Expect {
    private Expect() {}

    static void that(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** A sentence for a person. */
    static void said(@Nullable String sentence) {
        that(sentence != null && !sentence.isBlank(), () -> "a refusal without a reason");
    }

    /** What comes back is what was written. */
    static void same(Object written, Object back) {
        that(back.equals(written), () -> "written and read again:\n" + written + "\n" + back);
    }

    /** Something that either does its work or says why not, by {@link IllegalArgumentException} itself. */
    static void saidIfRefused(Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            that(e.getClass() == IllegalArgumentException.class, () -> "thrown by the Java library: " + e);
            said(e.getMessage());
        }
    }
}
