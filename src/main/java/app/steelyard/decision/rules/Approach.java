package app.steelyard.decision.rules;

import app.steelyard.plan.Design;
import app.steelyard.text.Texts;

/** What can be done with the system as a whole, named by what its items need. */
public enum Approach {
    /** Everything in the prompt, nothing cached. */
    PLAIN_PROMPT(Design.UNCACHED),
    /** Neither cache nor weights matter: the vendor enforces the form. */
    STRUCTURED_OUTPUT(Design.PROMPT_CACHING),
    PROMPT_CACHING(Design.PROMPT_CACHING),
    /** What is large or changes fast is retrieved; the rest is cached. */
    RETRIEVAL(Design.RETRIEVAL),
    /** Behaviour in the weights, and no information beside the request's own. */
    FINE_TUNING(Design.FINE_TUNING),
    /** Behaviour in the weights, information in the cache or retrieved. */
    HYBRID(Design.HYBRID);

    private static final Texts TEXTS = Texts.of(Approach.class);

    private final Design design;

    Approach(Design design) {
        this.design = design;
    }

    /** The named design that comes nearest, whose cost stands for it where it is not the one recommended. */
    public Design design() {
        return design;
    }

    /** The short name as shown. */
    public String label() {
        return TEXTS.name(this);
    }
}
