package app.steelyard.report;

import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.report.LikeForLike.Amounts;
import app.steelyard.text.Money;
import app.steelyard.text.Texts;
import java.util.Optional;

/**
 * What comes next after the cheapest design and by how much, in one sentence wherever the cheapest is told: against today's
 * design almost anything saves.
 */
public record RunnerUp(Verdict.Cheapest verdict, Amounts amounts) {
    private static final Texts TEXTS = Texts.of(RunnerUp.class);

    /** Empty where no other design can do the job. */
    public Optional<String> sentence() {
        return verdict.next().map(this::sentence);
    }

    private String sentence(Margin margin) {
        if (margin.other().architecture().today()) {
            return TEXTS.get("next.today");
        }
        Money less = amounts == Amounts.MONTH ? margin.lessPerMonth() : overHorizon(margin);
        String amount =
                amounts == Amounts.HORIZON ? less.abs().full() : less.abs().inShort();
        return TEXTS.get(
                margin.tie()
                        ? "next.tie"
                        : less.nothing() ? "next.hardly" : less.value() < 0 ? "next.less" : "next.more",
                DesignName.of(margin.other()),
                amount,
                amounts == Amounts.MONTH
                        ? TEXTS.get("alike.month")
                        : TEXTS.get("alike.over", margin.one().cashFlow().months()));
    }

    private static Money overHorizon(Margin margin) {
        return new RoundedMoney(margin.one()).saving(new RoundedMoney(margin.other()));
    }
}
