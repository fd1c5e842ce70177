package app.steelyard.tokens;

import app.steelyard.text.Refusal;

/** A prompt file that cannot be read; its message names the file, the place, what is wrong and what to do. */
public final class PromptException extends Exception implements Refusal {
    private static final long serialVersionUID = 1;

    private PromptException(String message) {
        super(message);
    }

    /** Of the whole file. */
    static PromptException of(String file, String reason) {
        return new PromptException(file + ": " + reason);
    }

    /** @param line counted from 1 */
    static PromptException atLine(String file, int line, String reason) {
        return new PromptException(file + ":" + line + ": " + reason);
    }

    /** @param pointer JSON pointer to the place (RFC 6901), empty for the root */
    static PromptException at(String file, String pointer, String reason) {
        return new PromptException(file + ": " + (pointer.isEmpty() ? "" : pointer + ": ") + reason);
    }
}
