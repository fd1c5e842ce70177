package app.steelyard.decision.rules;

import app.steelyard.plan.item.Placement;
import app.steelyard.text.Texts;

/** What can be done with one context item, the simplest first: of two equally good ones the simpler is taken. */
public enum Option {
    PLAIN_PROMPT(Placement.PLAIN_PROMPT),
    /** The vendor enforces the form; what describes it stays in the prefix. */
    STRUCTURED_OUTPUT(Placement.CACHED_PREFIX),
    CACHED_PREFIX(Placement.CACHED_PREFIX),
    RETRIEVED(Placement.RETRIEVED),
    WEIGHTS(Placement.WEIGHTS);

    private static final Texts TEXTS = Texts.of(Option.class);

    private final Placement placement;

    Option(Placement placement) {
        this.placement = placement;
    }

    /** Where the item is then paid for. */
    public Placement placement() {
        return placement;
    }

    /** The short name as shown. */
    public String label() {
        return TEXTS.name(this);
    }
}
