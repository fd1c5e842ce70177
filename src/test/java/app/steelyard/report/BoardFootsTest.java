package app.steelyard.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.chart.ChartPart.StackedBar;
import app.steelyard.chart.catalog.cost.DesignName;
import app.steelyard.chart.catalog.cost.MonthlyCostChart;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.result.CostPropertiesTest;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.session.Outcome;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.report.LikeForLike.Amounts;
import app.steelyard.text.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page that decides never contradicts itself: what it prints as parts foots to what it prints as a whole. */
class BoardFootsTest {
    private static final PriceBook BOOK = new PriceBook(PriceBookLoader.shipped(), List.of());
    private static final PriceRef[] MODELS = {
        PriceRef.parse("anthropic/claude-sonnet-5-5"),
        PriceRef.parse("openai/gpt-4.1"),
        PriceRef.parse("google/gemini-2.5-flash")
    };
    /** {@code $1,234 less}, {@code saves $1,234}, {@code costs $1,234 more}, {@code the same}. */
    private static final Pattern AMOUNT = Pattern.compile("\\$([\\d,.]*\\d)");

    private static final Pattern PART = Pattern.compile(
            "saves \\$([\\d,.]*\\d)|costs \\$([\\d,.]*\\d) more|\\$([\\d,.]*\\d) less|\\$([\\d,.]*\\d) more|the same");

    /** Success is stated of all designs, a failure costs something or is repeated, and the hit rate is measured. */
    private static Plan any(Draw draw) {
        Plan plan = CostPropertiesTest.anyPlan(draw);
        plan = plan.withInference(new Inference(draw.oneOf(MODELS), ServiceTier.STANDARD, Fixtures.DAY))
                .withTuning(plan.tuning().withModel(draw.oneOf(MODELS)));
        double lost = draw.maybe() ? 0 : draw.between(0.001, 5);
        Double repeated = draw.maybe() ? draw.between(0, 1) : null;
        plan = plan.withOutcome(new Outcome(
                draw.between(0.5, 1),
                draw.between(0.3, 1),
                draw.between(0.5, 1),
                draw.between(0.5, 1),
                draw.between(0.3, 1),
                lost,
                null,
                null,
                repeated,
                1));
        return PlanField.MEASURED_HIT_RATE.with(plan, draw.between(0, 1));
    }

    private static List<BigDecimal> saved(String sentence) {
        List<BigDecimal> amounts = new ArrayList<>();
        Matcher found = PART.matcher(sentence);
        while (found.find()) {
            String less = found.group(1) != null ? found.group(1) : found.group(3);
            String more = found.group(2) != null ? found.group(2) : found.group(4);
            amounts.add(
                    less != null
                            ? new BigDecimal(less.replace(",", ""))
                            : more != null ? new BigDecimal(more.replace(",", "")).negate() : BigDecimal.ZERO);
        }
        return amounts;
    }

    private static List<BigDecimal> amounts(String sentence) {
        List<BigDecimal> amounts = new ArrayList<>();
        Matcher found = AMOUNT.matcher(sentence);
        while (found.find()) {
            amounts.add(new BigDecimal(found.group(1).replace(",", "")));
        }
        return amounts;
    }

    private static void same(BigDecimal whole, BigDecimal... parts) {
        BigDecimal sum = List.of(parts).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, whole.compareTo(sum), () -> whole + " is not the sum of " + List.of(parts));
    }

    @Test
    void theSavingIsBillAndFailuresAndModelAndDesign() {
        AtomicInteger bills = new AtomicInteger();
        AtomicInteger splits = new AtomicInteger();
        AtomicInteger alike = new AtomicInteger();
        Seeded.forAll(150, draw -> {
            if (!(Comparison.of(any(draw), BOOK).verdict() instanceof Verdict.Cheapest verdict)) {
                return;
            }
            for (Amounts amounts : Amounts.values()) {
                LikeForLike like = new LikeForLike(verdict, amounts);
                if (like.bill().isEmpty()) {
                    continue;
                }
                Money exact = amounts == Amounts.MONTH
                        ? verdict.againstToday().orElseThrow().lessPerMonth()
                        : new RoundedMoney(verdict.best())
                                .saving(new RoundedMoney(
                                        verdict.againstToday().orElseThrow().other()));
                String shown = amounts == Amounts.HORIZON ? exact.full() : exact.inShort();
                BigDecimal saving = new BigDecimal(shown.replaceAll("[$,]", "").replace('−', '-'));
                if (like.bill().orElseThrow().endsWith(" in both.")) {
                    List<BigDecimal> both = amounts(like.bill().orElseThrow());
                    same(both.get(1), both.get(0), saving);
                    alike.incrementAndGet();
                    continue;
                }
                List<BigDecimal> bill = saved(like.bill().orElseThrow());
                same(saving, bill.get(0), bill.get(1));
                bills.incrementAndGet();
                if (like.split().filter(s -> s.startsWith("Of that ")).isEmpty()) {
                    continue;
                }
                List<BigDecimal> split = saved(like.split().orElseThrow());
                assertEquals(6, split.size(), like.split()::orElseThrow);
                same(saving, split.get(0), split.get(3));
                same(split.get(0), split.get(1), split.get(2));
                same(split.get(3), split.get(4), split.get(5));
                same(bill.get(0), split.get(1), split.get(4));
                same(bill.get(1), split.get(2), split.get(5));
                splits.incrementAndGet();
            }
        });
        assertTrue(
                bills.get() > 90 && splits.get() > 40 && alike.get() > 5,
                bills + " bills, " + splits + " splits, " + alike + " alike");
    }

    /** The figure is the difference of the totals, a month is that of its bar, and a bar's parts are its whole. */
    @Test
    void figuresSentencesAndBarsSayTheSame() {
        AtomicInteger seen = new AtomicInteger();
        Seeded.forAll(40, draw -> {
            Comparison comparison = Comparison.of(any(draw), BOOK);
            if (!(comparison.verdict() instanceof Verdict.Cheapest verdict)) {
                return;
            }
            ReportModel model = ReportModel.of(comparison, null, BOOK, "1", Fixtures.DAY);
            BoardAnswer answer = BoardAnswer.of(model);
            Evaluation.Priced best = verdict.best();
            for (StackedBar bar : MonthlyCostChart.inBrief(comparison, 7).bars()) {
                Evaluation.Priced of = comparison.priced().stream()
                        .filter(e -> DesignName.of(e).equals(bar.name()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(
                        model.ledger(of).averageMonth().full(),
                        comparison.plan().currency().of(bar.total()).full());
            }
            if (verdict.today() instanceof Verdict.Today.Unpriced) {
                assertTrue(
                        answer.money()
                                .endsWith(" costs least, "
                                        + new RoundedMoney(best).averageMonth().inShort() + " a month."),
                        answer.money());
                return;
            }
            assertTrue(
                    answer.money()
                            .contains("A month costs "
                                    + new RoundedMoney(best).averageMonth().inShort()),
                    answer.money());
            verdict.againstToday()
                    .ifPresent(m -> assertEquals(
                            model.ledger(best).saving(model.ledger(m.other())).inShort(),
                            answer.figures().get(0).value()));
            verdict.next()
                    .filter(m -> !m.other().architecture().today() && !m.tie())
                    .ifPresent(m -> {
                        Money more = model.ledger(m.other())
                                .total()
                                .minus(model.ledger(best).total())
                                .rounded();
                        assertTrue(
                                more.nothing()
                                        || answer.money()
                                                .contains(
                                                        "it costs " + more.abs().inShort() + " "),
                                answer.money());
                        seen.incrementAndGet();
                    });
        });
        assertTrue(seen.get() > 10, seen + " with a next");
    }
}
