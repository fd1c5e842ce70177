package app.steelyard.usage.figures;

import app.steelyard.plan.PriceRef;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Texts;
import java.util.Set;

/** What the tokens of one row cost by the list price of its day, exactly; or why that cannot be told. */
public sealed interface TokenCost {

    /** The tokens of the row. */
    long tokens();

    /**
     * @param model whose prices were taken
     * @param amount fees for what was used beside tokens included
     * @param input the part of {@code amount} that input cost
     * @param plainInput what all of the input would cost without a cache
     * @param doubts what the row does not tell, so that the true amount may be another
     */
    record Known(
            PriceRef model, ExactMoney amount, ExactMoney input, ExactMoney plainInput, Set<Doubt> doubts, long tokens)
            implements TokenCost {

        public Known {
            doubts = Set.copyOf(doubts);
        }
    }

    /** Not zero but not known. */
    record Unknown(Reason reason, long tokens) implements TokenCost {}

    /** Why there is no price. */
    enum Reason {
        /** The row states no model. */
        NO_MODEL,
        /** The price book has no such model. */
        OTHER_MODEL,
        /** The model's price at this service tier is not known. */
        OTHER_TIER,
        /** The model's price at this speed is not known. */
        OTHER_SPEED,
        /** The model's price in this region or country is not known. */
        OTHER_PLACE,
        /** Capacity was paid for, not tokens. */
        PROVISIONED,
        /** It was served in a way that is not known here. */
        OTHER_SERVING,
        /** It has tokens of audio, images or video, whose price is not known. */
        NO_KIND_PRICE,
        /** The price of the model's output is not known. */
        NO_OUTPUT_PRICE,
        /** The row has no day, and so no day's price. */
        NO_DAY;

        /** In words. */
        public String title() {
            return Texts.of(TokenCost.class).name(this);
        }
    }

    /** Why an amount may be another than the one that was billed. */
    enum Doubt {
        /** No price is recorded for the day; the nearest one was taken. */
        OTHER_DAY,
        /** Long prompts cost more, and sums do not tell how long each prompt was. */
        LONG_PROMPTS,
        /** Writes cost more for longer lifetimes, and the row does not state them; the first lifetime was taken. */
        WRITE_LIFETIME,
        /** Cached input is cheaper, and the row does not tell how much was; all is priced as plain input. */
        READS_UNKNOWN,
        /** Writes cost more than input, and the row does not tell how much was written. */
        WRITES_UNKNOWN,
        /** Some hours cost more, and the row does not tell which it was. */
        PEAK_HOURS,
        /** Some regions cost more, and the row does not tell where it was served. */
        REGION_UNKNOWN,
        /** Something was used beside tokens, such as searches, whose price is not known. */
        FEES_UNPRICED,
        /** A number of such uses is free, and it is not told whether these are among them. */
        FREE_FEES
    }

    /** Computes it for one row. */
    static TokenCost of(DailyUsage usage, PricedModels models) {
        return RowPrice.of(usage, models, "");
    }

    /** The same where it is known for how long was written what the row does not tell it of. */
    static TokenCost of(DailyUsage usage, PricedModels models, String lifetime) {
        return RowPrice.of(usage, models, lifetime);
    }
}
