package app.steelyard.app.plan;

import app.steelyard.document.Settings;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Plan;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** The exchange rate used last, offered to a plan that states none: never taken unasked, and marked with its age. */
public record LastRate(ExchangeRate rate, String text) {
    private static final Texts TEXTS = Texts.of(LastRate.class);

    /** Empty where the plan states a rate, and where none is known. */
    public static Optional<LastRate> of(Plan plan, Settings settings, LocalDate today) {
        return plan.finance().exchangeRate() != null
                ? Optional.empty()
                : settings.rate(plan.currency()).map(r -> new LastRate(r, text(plan, r, today)));
    }

    private static String text(Plan plan, ExchangeRate rate, LocalDate today) {
        LocalDate read = Objects.requireNonNull(rate.date());
        return TEXTS.get(
                "rate.last",
                Numbers.value(rate.perUsd()),
                plan.currency(),
                rate.origin(),
                Math.max(0, ChronoUnit.DAYS.between(read, today)));
    }
}
