package app.steelyard.tokens;

import java.util.Locale;

/** The encodings that can be counted with, both published by OpenAI. */
public enum Encoding {
    /** GPT-4o and later. */
    O200K_BASE,
    /** GPT-3.5 and GPT-4, and the embedding models. */
    CL100K_BASE;

    /** The name under which it is published, such as {@code o200k_base}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
