package app.steelyard.report.record;

import app.steelyard.decision.Decision;
import app.steelyard.decision.GuideTargets;
import app.steelyard.decision.Thresholds;
import app.steelyard.plan.item.HitRateTarget.Standing;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** What confirms the decision later, or says that it has to be taken again. */
record ConfirmationSection(Markdown out, Decision decision, PriceBook book, LocalDate date) {
    private static final Texts TEXTS = Texts.of(ConfirmationSection.class);

    void write() {
        Currency currency = decision.plan().currency();
        Thresholds thresholds = Thresholds.of(decision, book, date);
        out.line("### Confirmation");
        out.line("");
        each(thresholds.hitRate(), thresholds.derivedHitRate(), "record.hitRate", Numbers::percent);
        each(
                thresholds.costPerQuery(),
                thresholds.derivedCostPerQuery(),
                "record.costPerQuery",
                v -> currency.of(six(v)).price());
        guide(GuideTargets.of(decision));
        thresholds.invalidations().ifPresent(n -> out.bullet(TEXTS.get("record.invalidations", Numbers.count(n))));
        if (decision.recommended().placements().contains(Placement.WEIGHTS)) {
            out.bullet(TEXTS.get("record.regression"));
        }
        out.bullet(TEXTS.get("record.review", thresholds.review()));
        out.line("");
    }

    private void guide(GuideTargets guide) {
        guide.band()
                .ifPresent(band -> guide.hitRate()
                        .ifPresent(rate -> out.bullet(TEXTS.get(
                                "record.guide.hitRate",
                                TEXTS.name(band),
                                Numbers.percent(band.low()),
                                Numbers.percent(band.high()),
                                Numbers.percent(rate),
                                Names.of(band.standing(rate))))));
        if (guide.migrates()) {
            out.bullet(TEXTS.get("record.guide.migration", Numbers.percent(GuideTargets.FIRST_HIT_RATE)));
        }
        guide.costDrop()
                .ifPresent(drop -> out.bullet(TEXTS.get(
                        drop >= 0 ? "record.guide.cost" : "record.guide.dearer",
                        Numbers.percent(GuideTargets.COST_DROP_LOW),
                        Numbers.percent(GuideTargets.COST_DROP_HIGH),
                        Numbers.percent(Math.abs(drop)),
                        Names.of(Standing.of(drop, GuideTargets.COST_DROP_LOW, GuideTargets.COST_DROP_HIGH)))));
    }

    private void each(OptionalDouble limit, OptionalDouble derived, String key, DoubleFunction<String> words) {
        if (limit.isPresent() && derived.isPresent()) {
            out.bullet(TEXTS.get(key, words.apply(limit.getAsDouble()), words.apply(derived.getAsDouble())));
        }
    }

    private static double six(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
