package app.steelyard.plan.item;

/** Who shares one copy of a context item. The order is the order of a cache-friendly prompt: widest first. */
public enum Scope {
    /** One copy for all requests. */
    SHARED,
    /** One copy a tenant. */
    TENANT,
    /** One copy a user. */
    USER,
    /** One copy a session, such as a document that is talked about, or the conversation itself. */
    SESSION,
    /** A new text with every request, such as the user's question. */
    REQUEST
}
