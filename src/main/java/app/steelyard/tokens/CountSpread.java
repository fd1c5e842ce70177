package app.steelyard.tokens;

import java.net.URI;

/**
 * How many times as many tokens a model was measured to make as the encoding counted with. It is what some texts showed,
 * not a bound, and no count is multiplied by it.
 *
 * @param low the smallest ratio measured
 * @param high the largest ratio measured
 * @param source where the measurement is published
 */
public record CountSpread(double low, double high, URI source) {}
