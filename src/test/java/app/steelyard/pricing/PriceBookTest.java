package app.steelyard.pricing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.profile.Good;
import app.steelyard.pricing.profile.ProfileReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceBookTest {
    private static final PriceRef BIG = PriceRef.parse("acme/org/big");
    private static final PriceRef SEARCH = PriceRef.parse("acme/search");

    private final PriceBook book = new PriceBook(List.of(Good.profile()), List.of());

    @Test
    void theValidCardAnswers() {
        Quote<RateCard> first = standard("2026-04-30");
        assertEquals(new BigDecimal("4"), first.fact().prices().input());
        assertEquals(Set.of(PriceMark.PROMOTIONAL), first.marks());
        Quote<RateCard> second = standard("2026-06-01");
        assertEquals(new BigDecimal("5"), second.fact().prices().input());
        assertEquals(Set.of(), second.marks());
    }

    @Test
    void theDayOfTheEndIsNoLongerIn() {
        assertEquals(new BigDecimal("4"), standard("2026-05-31").fact().prices().input());
    }

    @Test
    void readMoreThanNinetyDaysBeforeIsStale() {
        assertEquals(Set.of(PriceMark.PROMOTIONAL), standard("2026-05-01").marks());
        assertEquals(
                Set.of(PriceMark.PROMOTIONAL, PriceMark.STALE),
                standard("2026-05-02").marks());
    }

    @Test
    void beforeTheFirstDayTheFirstAnswersMarked() {
        Quote<RateCard> quote = standard("2025-12-31");
        assertEquals(new BigDecimal("4"), quote.fact().prices().input());
        assertEquals(Set.of(PriceMark.NOT_YET_VALID, PriceMark.PROMOTIONAL), quote.marks());
    }

    @Test
    void afterTheEndTheLastAnswersMarked() {
        Quote<ServicePrice> quote =
                book.servicePrice(SEARCH, LocalDate.parse("2026-02-01")).orElseThrow();
        assertEquals(Set.of(PriceMark.EXPIRED, PriceMark.PROMOTIONAL), quote.marks());
        assertEquals(
                Set.of(PriceMark.PROMOTIONAL),
                book.servicePrice(SEARCH, LocalDate.parse("2026-01-31"))
                        .orElseThrow()
                        .marks());
    }

    @Test
    void tunedPricesCarryTheMarksOfTheirOffer() {
        Quote<RateCard> quote = book.tunedRates(BIG, ServiceTier.STANDARD, LocalDate.parse("2026-12-01"))
                .orElseThrow();
        assertEquals(new BigDecimal("6"), quote.fact().prices().input());
        assertEquals(Set.of(PriceMark.EXPIRED, PriceMark.STALE), quote.marks());
        assertTrue(book.tunedRates(BIG, ServiceTier.BATCH, LocalDate.parse("2026-02-01"))
                .isEmpty());
    }

    @Test
    void whatIsUnknownIsEmpty() {
        LocalDate day = LocalDate.parse("2026-02-01");
        assertTrue(book.rates(BIG, ServiceTier.PRIORITY, day).isEmpty());
        assertTrue(book.rates(PriceRef.parse("acme/none"), ServiceTier.STANDARD, day)
                .isEmpty());
        assertTrue(book.cachePolicy(PriceRef.parse("acme/small"), day).isEmpty());
        assertTrue(book.tuning(PriceRef.parse("acme/small"), day).isEmpty());
        assertTrue(book.servicePrice(PriceRef.parse("acme/none"), day).isEmpty());
    }

    @Test
    void onesOwnTakesThePlaceOfTheShippedAndIsMarked() {
        String own =
                Good.text().replace("\"input\": \"1\"", "\"input\": \"0.9\"").replace("org/big", "own");
        Profile mine = ProfileReader.read("own.json", Good.bytes(own)).value();
        PriceBook both = new PriceBook(List.of(Good.profile()), List.of(mine));
        LocalDate day = LocalDate.parse("2026-04-01");
        Quote<RateCard> small = both.rates(PriceRef.parse("acme/small"), ServiceTier.STANDARD, day)
                .orElseThrow();
        assertEquals(new BigDecimal("0.9"), small.fact().prices().input());
        assertEquals(Set.of(PriceMark.OWN), small.marks());
        Quote<RateCard> big = both.rates(BIG, ServiceTier.STANDARD, day).orElseThrow();
        assertEquals(Set.of(PriceMark.PROMOTIONAL), big.marks());
        assertEquals(3, both.models().size());
    }

    @Test
    void publishedExamplesAreMarked() {
        String text = Good.text().replace("\"asPublished\": false", "\"asPublished\": true");
        PriceBook published = new PriceBook(
                List.of(ProfileReader.read("x.json", Good.bytes(text)).value()), List.of());
        assertEquals(
                Set.of(PriceMark.AS_PUBLISHED),
                published
                        .rates(PriceRef.parse("acme/small"), ServiceTier.STANDARD, LocalDate.parse("2026-03-01"))
                        .orElseThrow()
                        .marks());
    }

    private Quote<RateCard> standard(String day) {
        return book.rates(BIG, ServiceTier.STANDARD, LocalDate.parse(day)).orElseThrow();
    }
}
