package app.steelyard.usage.figures;

import app.steelyard.Fixtures;
import app.steelyard.pricing.CacheLifetime;
import java.time.Duration;

/** Prices for worked numbers: input 2, read 0.2, writes 2.5 and 4, output 10 dollars per 1M tokens. */
public final class Priced {
    public static final PricedModels MODELS = PricedModels.of(Fixtures.book(Fixtures.model()
            .write("5m", "2.5")
            .write("1h", "4")
            .lifetime("5m", Duration.ofMinutes(5), CacheLifetime.Refresh.ON_HIT)
            .lifetime("1h", Duration.ofHours(1), CacheLifetime.Refresh.FIXED)
            .prices("2", "0.2", "10")));

    private Priced() {}
}
