package app.steelyard.cost;

import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * The end of the model that today's design runs on. That design tells it itself; one on another model is weighed against what
 * cannot stay as it is, and its saving is counted beyond that day.
 */
final class TodaysEnd {
    private static final Texts TEXTS = Texts.of(TodaysEnd.class);

    private TodaysEnd() {}

    /** With what is known of that end, where the design runs on another model and it matters. */
    static Evaluation told(Plan plan, Architecture today, Evaluation evaluation, PriceBook book) {
        boolean moves =
                !Objects.equals(today.model(plan), evaluation.architecture().model(plan));
        return moves && evaluation instanceof Evaluation.Priced priced
                ? of(plan, today, book).<Evaluation>map(priced::with).orElse(priced)
                : evaluation;
    }

    private static Optional<Notice> of(Plan plan, Architecture today, PriceBook book) {
        LocalDate start = plan.inference().pricesAsOf();
        LocalDate end = start.plusMonths(Math.round(plan.finance().horizonMonths()));
        return Optional.ofNullable(today.model(plan)).flatMap(book::model).flatMap(m -> of(m, start, end));
    }

    private static Optional<Notice> of(Model model, LocalDate start, LocalDate end) {
        LocalDate day = model.retires();
        if (day == null) {
            // What stands for another model has no end of its own.
            return model.standsFor() == null
                    ? Optional.of(new Notice(Severity.INFO, TEXTS.get("today.endUnknown", model.name())))
                    : Optional.empty();
        }
        return day.isAfter(start) && day.isBefore(end)
                ? Optional.of(new Notice(Severity.WARNING, TEXTS.get("today.retires", model.name(), day)))
                : Optional.empty();
    }
}
