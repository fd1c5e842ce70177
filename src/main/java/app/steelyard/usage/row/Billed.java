package app.steelyard.usage.row;

import java.math.BigDecimal;

/**
 * What was billed, exactly as stated.
 *
 * @param currency ISO 4217 code, upper case
 */
public record Billed(BigDecimal amount, String currency) {}
