package app.steelyard.report.record;

import app.steelyard.decision.Decision;
import app.steelyard.decision.GuideTargets;
import app.steelyard.decision.Thresholds;
import app.steelyard.plan.item.HitRateTarget.Standing;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.OptionalDouble;

/** What confirms the decision later, or says that it has to be taken again. */
final class ConfirmationSection {
    private static final Texts TEXTS = Texts.of(ConfirmationSection.class);

    private final Markdown out;
    private final Decision decision;
    private final PriceBook book;
    private final LocalDate date;

    ConfirmationSection(Markdown out, Decision decision, PriceBook book, LocalDate date) {
        this.out = out;
        this.decision = decision;
        this.book = book;
        this.date = date;
    }

    void write() {
        String currency = decision.plan().finance().currency();
        Thresholds thresholds = Thresholds.of(decision, book, date);
        out.line("### Confirmation");
        out.line("");
        each(thresholds.hitRate(), thresholds.derivedHitRate(), "record.hitRate", true, currency);
        each(thresholds.costPerQuery(), thresholds.derivedCostPerQuery(), "record.costPerQuery", false, currency);
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

    private void each(OptionalDouble limit, OptionalDouble derived, String key, boolean share, String currency) {
        if (limit.isPresent() && derived.isPresent()) {
            out.bullet(TEXTS.get(
                    key,
                    share ? Numbers.percent(limit.getAsDouble()) : Numbers.unitPrice(six(limit), currency),
                    share ? Numbers.percent(derived.getAsDouble()) : Numbers.unitPrice(six(derived), currency)));
        }
    }

    private static double six(OptionalDouble value) {
        return Math.round(value.getAsDouble() * 1e6) / 1e6;
    }
}
