package app.steelyard.plan;

import java.time.LocalDate;

/**
 * What one US dollar costs in the plan's currency.
 *
 * @param perUsd units of the plan's currency for one US dollar, above 0; 1 where that is the US dollar
 * @param date the day the rate was read
 * @param source where it was read
 */
public record ExchangeRate(double perUsd, LocalDate date, String source) {}
