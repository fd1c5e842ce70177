package app.steelyard.usage.figures;

import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.UsageFinding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Why amounts at list prices may be others than those that were billed, with the tokens concerned. */
public final class PriceDoubts {
    private static final Texts TEXTS = Texts.of(PriceDoubts.class);

    private PriceDoubts() {}

    /** Of all usage, bills left out. */
    public static List<UsageFinding> of(LedgerView usage, PricedModels models) {
        Map<Integer, Format.Kind> kinds = Kpis.kinds(usage);
        Map<TokenCost.Doubt, Long> doubts = new EnumMap<>(TokenCost.Doubt.class);
        for (DailyUsage row : usage.usage()) {
            if (!Spend.isBill(row, kinds) && TokenCost.of(row, models) instanceof TokenCost.Known known) {
                known.doubts().forEach(d -> doubts.merge(d, known.tokens(), Long::sum));
            }
        }
        return told(doubts);
    }

    static List<UsageFinding> told(Map<TokenCost.Doubt, Long> doubts) {
        List<UsageFinding> findings = new ArrayList<>();
        doubts.forEach((doubt, count) ->
                findings.add(UsageFinding.info(TEXTS.get("Doubt." + doubt.name() + ".found", Numbers.count(count)))));
        return findings;
    }
}
