package app.steelyard.usage.input;

import java.io.IOException;

/** Content that must not be read at all, such as a bomb: nothing read before counts. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String sentence) {
        super(sentence);
    }

    /** Why, without the content's name. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
