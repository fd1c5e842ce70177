package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.plan.ExchangeRate;
import app.steelyard.text.Currency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Currency EUR = new Currency("EUR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private Settings settings() {
        return new Settings(folder.resolve("settings.json"));
    }

    @Test
    void theRateUsedLastIsThereNextTime() {
        ExchangeRate rate = new ExchangeRate(0.87, DAY, "ECB");
        settings().used(EUR, rate);
        assertEquals(Optional.of(rate), settings().rate(EUR));
        assertEquals(Optional.empty(), settings().rate(new Currency("GBP")));
    }

    @Test
    void anOlderRateAndOneOfNowhereDoNotTakeItsPlace() {
        ExchangeRate rate = new ExchangeRate(0.87, DAY, "ECB");
        Settings settings = settings();
        settings.used(EUR, rate);
        settings.used(EUR, new ExchangeRate(0.95, DAY.minusYears(1), "ECB"));
        settings.used(EUR, new ExchangeRate(0.5, null, "ECB"));
        settings.used(EUR, new ExchangeRate(0.5, DAY, null));
        settings.used(Currency.USD, new ExchangeRate(1, DAY, "ECB"));
        assertEquals(Optional.of(rate), settings().rate(EUR));
        assertEquals(Optional.empty(), settings().rate(Currency.USD));
        ExchangeRate later = new ExchangeRate(0.9, DAY.plusDays(1), "a bank");
        settings.used(EUR, later);
        assertEquals(Optional.of(later), settings().rate(EUR));
    }

    @Test
    void aRateThatIsNoneIsRefusedAndTheOthersAreTaken() throws Exception {
        Files.writeString(folder.resolve("settings.json"), """
            {
              "exchangeRates": {
                "CHF": {"perUsd": 0.8, "date": "2026-11-20", "source": "SNB"},
                "EUR": {"perUsd": 0, "date": "2026-11-20", "source": "ECB"},
                "GBP": {"perUsd": 0.7},
                "pound": {"perUsd": 0.7, "date": "2026-11-20", "source": "BoE"}
              }
            }
            """);
        Settings settings = settings();
        assertEquals(0.8, settings.rate(new Currency("CHF")).orElseThrow().perUsd());
        assertEquals(Optional.empty(), settings.rate(EUR));
        assertEquals(
                List.of("/exchangeRates/EUR", "/exchangeRates/GBP", "/exchangeRates/pound"),
                settings.problems().stream().map(p -> p.pointer()).toList());
    }
}
