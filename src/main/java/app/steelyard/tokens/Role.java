package app.steelyard.tokens;

/** What a prompt file says a part of it is for. */
public enum Role {
    /** Definitions of tools: schemas, which are information. */
    TOOLS,
    /** The shape that answers must have. */
    OUTPUT_FORMAT,
    /** What the system or the developer tells the model; whether it informs or instructs is not said. */
    SYSTEM,
    /** Messages other than the question: examples, or what was said before. Which of them is not said. */
    CONVERSATION,
    /** The last message of the user, new with every request. */
    QUESTION,
    /** A part of a text, of which nothing is said. */
    UNSTATED
}
