package app.steelyard.text;

/**
 * What a person gave cannot be used, and no defect of the program: its message is for that person, and says where, what is
 * wrong and what to do. Every face shows it as it is.
 */
public interface Refusal {
    /** One sentence or more, a line a problem. */
    String getMessage();
}
