package app.steelyard.plan.session;

/**
 * Sessions that are alike in size, among others that are not: a few long ones send most of the tokens.
 *
 * @param share of all sessions, above 0 to 1; those of all classes add up to 1
 * @param turns of these sessions on average, 1 or more
 * @param size what grows begins with this multiple of its tokens, above 0
 * @param growth and leaves behind this multiple of what it usually does each turn, 0 or more
 */
public record SizeClass(double share, double turns, double size, double growth) {
    /** All sessions, as the plan states them. */
    public static final SizeClass USUAL = new SizeClass(1, 1, 1, 1);
}
