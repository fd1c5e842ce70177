package app.steelyard.pricing;

import app.steelyard.text.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What fine-tuning one model costs for some days, and until when it is to be had.
 *
 * @param currency of all prices here
 * @param trainingPerMillionTokens per 1M tokens and epoch; null where training is sold by the hour
 * @param trainingPerHour per hour of a run; null where it is sold by the token
 * @param minimumPerJob the least that one run costs; null for none
 * @param hostingPerHour per hour a tuned model is deployed; null for none
 * @param storagePerMonth per tuned model and month; null for none
 * @param rates prices of the tuned model's tokens, by service tier
 * @param soldUntil first day on which new customers can no longer tune; null while no end is known
 * @param jobsUntil first day on which nobody can start a job
 * @param inferenceUntil first day on which tuned models no longer answer
 */
public record TuningOffer(
        Validity validity,
        Currency currency,
        @Nullable BigDecimal trainingPerMillionTokens,
        @Nullable BigDecimal trainingPerHour,
        @Nullable BigDecimal minimumPerJob,
        @Nullable BigDecimal hostingPerHour,
        @Nullable BigDecimal storagePerMonth,
        List<RateCard> rates,
        @Nullable LocalDate soldUntil,
        @Nullable LocalDate jobsUntil,
        @Nullable LocalDate inferenceUntil,
        Source source,
        String note)
        implements Dated {

    public TuningOffer {
        rates = List.copyOf(rates);
    }
}
