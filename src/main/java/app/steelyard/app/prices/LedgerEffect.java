package app.steelyard.app.prices;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.usage.figures.DailyUsage;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.TokenCost;
import java.util.Map;
import java.util.TreeMap;

/** What other prices come to in usage: its tokens at list prices, each at those of its day. */
public record LedgerEffect(Listing before, Listing after) {

    /**
     * Usage at some prices.
     *
     * @param amounts by currency
     * @param unpriced tokens whose price is not known
     */
    public record Listing(Map<Currency, ExactMoney> amounts, long unpriced) {
        public Listing {
            amounts = Map.copyOf(amounts);
        }

        private static Listing of(LedgerView usage, PricedModels models) {
            Map<Currency, ExactMoney> amounts = new TreeMap<>();
            long unpriced = 0;
            for (DailyUsage row : usage.withoutBills().usage()) {
                switch (TokenCost.of(row, models)) {
                    case TokenCost.Known known ->
                        amounts.merge(known.amount().currency(), known.amount(), ExactMoney::plus);
                    case TokenCost.Unknown unknown -> unpriced += unknown.tokens();
                }
            }
            return new Listing(amounts, unpriced);
        }
    }

    /** @param mapped as what people said names are priced, in this usage */
    public static LedgerEffect of(LedgerView usage, Map<String, PriceRef> mapped, PriceBook before, PriceBook after) {
        return new LedgerEffect(
                Listing.of(usage, new PricedModels(before, mapped)),
                Listing.of(usage, new PricedModels(after, mapped)));
    }
}
