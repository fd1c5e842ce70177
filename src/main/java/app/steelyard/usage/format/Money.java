package app.steelyard.usage.format;

import java.math.BigDecimal;

/**
 * What was billed, exactly as stated.
 *
 * @param currency ISO 4217 code, upper case
 */
public record Money(BigDecimal amount, String currency) {}
