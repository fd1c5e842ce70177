package app.steelyard.plan.item;

/** What a context item is: something the model should know, or a way it should act. */
public enum Kind {
    /** Facts, policies, prices, schemas: what the model knows. */
    INFORMATION,
    /** Tone, format, strictness, style of reasoning: how the model acts. */
    BEHAVIOUR
}
