package app.steelyard.decision.rules;

/** Whether a condition holds, as far as is known. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth not() {
        return values()[2 - ordinal()];
    }

    public Truth and(Truth other) {
        return ordinal() < other.ordinal() ? this : other;
    }

    public Truth or(Truth other) {
        return ordinal() > other.ordinal() ? this : other;
    }
}
