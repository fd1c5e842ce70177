package app.steelyard.cost;

import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.PriceChange;
import app.steelyard.plan.Plan;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What somebody expects of prices, which no price list says: an assumption, and told wherever it counts. */
public final class ExpectedPrices {
    private static final Texts TEXTS = Texts.of(ExpectedPrices.class);

    private ExpectedPrices() {}

    /** As parts of a sentence; empty where prices are taken to stay but for what is announced. */
    public static List<String> words(Plan plan) {
        Finance finance = plan.finance();
        List<String> words = new ArrayList<>();
        Double trend = finance.priceTrendPerYear();
        if (trend != null && trend != 0) {
            words.add(TEXTS.get("expected.trend", signed(trend)));
        }
        for (PriceChange change : finance.changes()) {
            words.add(of(change));
        }
        Double rent = finance.rentTrendPerYear();
        if (rent != null && rent != 0) {
            words.add(TEXTS.get("expected.rent", signed(rent)));
        }
        return words;
    }

    private static String of(PriceChange change) {
        String whose = change.vendor() == null ? TEXTS.get("expected.all") : change.vendor();
        Double yearly = change.perYear();
        LocalDate from = change.from();
        double by = change.by() == null ? 0 : change.by();
        return yearly != null
                ? TEXTS.get("expected.vendor", whose, signed(yearly))
                : from == null
                        ? TEXTS.get("expected.step", whose, signed(by))
                        : TEXTS.get("expected.from", whose, signed(by), from);
    }

    private static String signed(double share) {
        return (share > 0 ? "+" : "") + Numbers.percentExact(share);
    }

    /** With what is expected in a design that pays by it. */
    static Evaluation told(Plan plan, Evaluation evaluation) {
        List<String> words = words(plan);
        return words.isEmpty() || !(evaluation instanceof Evaluation.Priced priced)
                ? evaluation
                : priced.with(new Notice(Severity.INFO, TEXTS.get("expected", String.join("; ", words))));
    }
}
