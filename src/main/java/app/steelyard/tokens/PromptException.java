package app.steelyard.tokens;

import app.steelyard.text.Refusal;

/** A prompt file that cannot be read; its message names the file, the place, what is wrong and what to do. */
public final class PromptException extends Exception implements Refusal {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String pointer;

    private PromptException(String message, int line, String pointer) {
        super(message);
        this.line = line;
        this.pointer = pointer;
    }

    /** Of the whole file. */
    static PromptException of(String file, String reason) {
        return new PromptException(file + ": " + reason, 0, "");
    }

    /** @param line counted from 1 */
    static PromptException atLine(String file, int line, String reason) {
        return new PromptException(file + ":" + line + ": " + reason, line, "");
    }

    /** @param pointer JSON pointer to the place (RFC 6901), empty for the root */
    static PromptException at(String file, String pointer, String reason) {
        return new PromptException(file + ": " + (pointer.isEmpty() ? "" : pointer + ": ") + reason, 0, pointer);
    }

    /** The line, from 1; 0 where it is not about one. */
    public int line() {
        return line;
    }

    /** The JSON pointer; empty where it is not about a place in JSON. */
    public String pointer() {
        return pointer;
    }
}
