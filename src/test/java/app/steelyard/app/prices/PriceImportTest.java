package app.steelyard.app.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.document.PricesFolder;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.catalogue.Catalogue;
import app.steelyard.pricing.catalogue.Difference;
import app.steelyard.pricing.catalogue.Difference.Kind;
import app.steelyard.pricing.catalogue.Difference.Row;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.pricing.catalogue.Listed;
import app.steelyard.pricing.catalogue.PriceChange;
import app.steelyard.pricing.catalogue.PriceChange.PricePart;
import app.steelyard.pricing.catalogue.Snapshots;
import app.steelyard.text.Currency;
import app.steelyard.text.Refusal;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.store.Progress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceImportTest {
    private static final PriceRef ALPHA = PriceRef.parse("house/alpha");

    @TempDir
    private Path folder;

    private PriceImport read(PriceBook book, String... texts) {
        List<Path> files = IntStream.range(0, texts.length)
                .mapToObj(i -> PriceFiles.write(folder, "prices-" + i + ".2026-09-01.json", texts[i]))
                .toList();
        return PriceImport.of(files, null, book);
    }

    private static Row row(Difference difference, String id) {
        return difference.rows().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void assertInput(String expected, PriceBook book, String day) {
        assertEquals(
                0,
                new BigDecimal(expected)
                        .compareTo(quote(book, day).fact().prices().input()));
    }

    private static Quote<RateCard> quote(PriceBook book, String day) {
        return book.rates(ALPHA, ServiceTier.STANDARD, LocalDate.parse(day)).orElseThrow();
    }

    @Test
    void theDifferenceFoots() {
        Difference difference = read(PriceFiles.book(folder), PriceFiles.NEW).difference();
        assertEquals(1, difference.count(Kind.NEW));
        assertEquals(1, difference.count(Kind.CHANGED));
        assertEquals(2, difference.count(Kind.SAME));
        assertEquals(4, difference.rows().size());
        Row alpha = row(difference, "house/alpha");
        assertEquals(
                List.of(
                        new PriceChange(PricePart.INPUT, new BigDecimal("2"), new BigDecimal("3")),
                        new PriceChange(PricePart.OUTPUT, new BigDecimal("6"), new BigDecimal("9"))),
                alpha.changes());
        assertFalse(alpha.conflicts());
        assertEquals(Kind.NEW, row(difference, "house/delta").kind());
    }

    @Test
    void whatSourcesSayOtherwiseIsShownAndNotTakenWithAll() {
        PriceImport read = read(PriceFiles.book(folder), PriceFiles.NEW, PriceFiles.LITELLM);
        Difference difference = read.difference();
        assertEquals(5, difference.rows().size(), "epsilon is added");
        assertEquals(1, difference.overruled(), "gamma of the less trusted file");
        Row gamma = row(difference, "house/gamma");
        assertEquals(Kind.SAME, gamma.kind());
        assertEquals(
                List.of("LiteLLM 2026-09-01"),
                gamma.against().stream().map(c -> c.source().title()).toList());
        assertEquals(
                List.of("house/alpha", "house/delta", "house/epsilon"),
                read.choose(List.of(PriceImport.ALL)).stream().map(Row::id).toList());
    }

    @Test
    void anOlderPriceOrOneOverOnesOwnIsAskedAbout() {
        PriceBook book = PriceFiles.book(folder);
        Path older = PriceFiles.write(folder, "prices.2026-03-01.json", PriceFiles.NEW);
        assertTrue(row(PriceImport.of(List.of(older), null, book).difference(), "house/alpha")
                .conflicts());
        Listed own = row(read(book, PriceFiles.NEW).difference(), "house/alpha").listed();
        RateCard card = own.card();
        RateCard mine = new RateCard(
                card.tier(),
                card.validity(),
                card.currency(),
                card.prices().times(new BigDecimal("0.5")),
                null,
                false,
                KeptPrices.own("contract", LocalDate.of(2026, 1, 1)),
                "");
        PriceBook with = book.with(book.overlay().and(List.of(own.with(mine).laid(PriceMark.OWN))));
        assertTrue(row(read(with, PriceFiles.NEW).difference(), "house/alpha").conflicts());
        assertEquals(
                List.of(),
                read(with, PriceFiles.NEW).choose(List.of(PriceImport.ALL)).stream()
                        .filter(r -> r.listed().ref().equals(ALPHA))
                        .toList());
        assertEquals(
                1, read(with, PriceFiles.NEW).choose(List.of("house/alpha")).size());
    }

    /** The price of the model in the profile was read on 31 January. */
    @Test
    void whatWasCheckedByHandIsAskedAboutUnlessItIsSaidToHaveChanged() {
        PriceBook book = Fixtures.book(Fixtures.model().prices("2", null, "6"));
        String undated = """
            [{"id": "test", "models": [{"id": "base", "prices": {"input_mtok": 3, "output_mtok": 9}}]}]
            """;
        Row row = row(read(book, undated).difference(), "test/base");
        assertEquals(Kind.CHANGED, row.kind());
        assertTrue(row.conflicts());
        String dated = """
            [{"id": "test", "models": [{"id": "base", "prices": [
              {"prices": {"input_mtok": 2, "output_mtok": 6}},
              {"constraint": {"start_date": "2026-06-01"}, "prices": {"input_mtok": 3, "output_mtok": 9}}]}]}]
            """;
        assertEquals(1, read(book, dated).difference().plain().size());
    }

    @Test
    void aPriceThatMovedTenfoldIsAskedAbout() {
        String slip = PriceFiles.NEW.replace("\"input_mtok\": 3,", "\"input_mtok\": 20,");
        Difference difference = read(PriceFiles.book(folder), slip).difference();
        Row alpha = row(difference, "house/alpha");
        assertFalse(alpha.conflicts());
        assertEquals(List.of(alpha), difference.asked());
        assertFalse(difference.plain().contains(alpha));
    }

    @Test
    void whatIsNotThereIsRefused() {
        PriceImport read = read(PriceFiles.book(folder), PriceFiles.NEW);
        assertThrows(Refusal.class, () -> read.choose(List.of("house/zeta")));
        assertThrows(Refusal.class, () -> read.choose(List.of("house/beta")), "nothing new of it");
    }

    @Test
    void anAcceptedPriceHoldsFromItsDayAndUndoBringsEachByteBack() {
        PriceBook book = PriceFiles.book(folder);
        PricesFolder kept = new PricesFolder(folder.resolve("kept"));
        PriceImport first = read(book, PriceFiles.LITELLM);
        first.accept(first.choose(List.of(PriceImport.ALL)), kept);
        Map<String, String> before = PriceFiles.content(kept.path());
        assertEquals(1, before.size());

        PriceImport second = read(book.with(kept.read().overlay()), PriceFiles.NEW);
        second.accept(second.choose(List.of(PriceImport.ALL)), kept);
        PricesFolder.Read read = kept.read();
        assertEquals(List.of(), read.problems());
        PriceBook after = book.with(read.overlay());
        assertInput("2", after, "2026-08-31");
        assertInput("3", after, "2026-09-01");
        assertEquals(Set.of(PriceMark.CATALOGUE), quote(after, "2026-09-02").marks());
        assertEquals(
                "genai-prices 2026-09-01",
                quote(after, "2026-09-02").fact().source().title());
        assertTrue(after.model(PriceRef.parse("house/epsilon")).isPresent());
        assertEquals(List.of(ALPHA), after.called("ALPHA-1").stream().distinct().toList());
        assertEquals(0, read(after, PriceFiles.NEW).difference().plain().size(), "nothing is new a second time");

        assertEquals(2, kept.undo().orElseThrow().prices().size());
        assertEquals(before, PriceFiles.content(kept.path()));
        assertInput("2", book.with(kept.read().overlay()), "2026-09-01");
        kept.undo();
        assertEquals(Map.of(), PriceFiles.content(kept.path()));
        assertTrue(kept.undo().isEmpty());
    }

    /** A change that is known already of a later day stays. */
    @Test
    void whatIsAnnouncedStays() {
        String announced = PriceFiles.OLD.replace(
                "\"prices\": {\"input_mtok\": 2, \"cache_read_mtok\": 0.5, \"output_mtok\": 6}", """
                "prices": [{"prices": {"input_mtok": 2, "output_mtok": 6}},
                  {"constraint": {"start_date": "2026-12-01"}, "prices": {"input_mtok": 8, "output_mtok": 24}}]\
                """);
        PriceBook book = new PriceBook(
                List.of(),
                List.of(),
                new Catalogue(Snapshots.read(PriceFiles.write(folder, "old.json", announced), LocalDate.of(2026, 6, 1))
                        .prices()));
        PriceImport read = read(book, PriceFiles.NEW);
        PriceBook after = read.with(read.choose(List.of(PriceImport.ALL)));
        assertInput("2", after, "2026-08-31");
        assertInput("3", after, "2026-11-30");
        assertInput("8", after, "2026-12-01");
    }

    /** 1,000 tokens a million times a month at 2 dollars, then at 3. */
    @Test
    void aPlanIsToldInMoney() {
        PriceImport read = read(PriceFiles.book(folder), PriceFiles.NEW);
        Plan plan = Fixtures.plan(1000, 1e6)
                .withInference(new Inference(ALPHA, ServiceTier.STANDARD, LocalDate.of(2026, 10, 1)));
        PlanEffect effect = PlanEffect.of(plan, read.book(), read.with(read.choose(List.of(PriceImport.ALL))));
        assertEquals(Optional.of(Currency.USD.of(2000)), effect.today().before());
        assertEquals(Optional.of(Currency.USD.of(3000)), effect.today().after());
    }

    /** A million tokens of alpha before and after the change, half a million of delta: 2 + 2, then 2 + 3 + 2.50. */
    @Test
    void usageIsToldInMoneyEachDayAtItsPrice() {
        Path log = PriceFiles.write(folder, "log.csv", """
            timestamp,model,prompt_tokens,cached_tokens,completion_tokens
            2026-08-31T10:00:00Z,alpha,1000000,0,0
            2026-09-02T10:00:00Z,alpha,1000000,0,0
            2026-09-02T11:00:00Z,delta,500000,0,0
            """);
        try (Ledger ledger = Ledger.temporary()) {
            assertTrue(ledger.add(List.of(log), Progress.NONE));
            LedgerView view = ledger.view();
            PriceImport read = read(PriceFiles.book(folder), PriceFiles.NEW);
            LedgerEffect effect =
                    LedgerEffect.of(view, Map.of(), read.book(), read.with(read.choose(List.of(PriceImport.ALL))));
            assertEquals(500_000, effect.before().unpriced());
            assertEquals(0, effect.after().unpriced());
            assertMoney("4", effect.before());
            assertMoney("7.5", effect.after());
        }
    }

    private static void assertMoney(String expected, LedgerEffect.Listing listing) {
        BigDecimal amount =
                Objects.requireNonNull(listing.amounts().get(Currency.USD)).value();
        assertEquals(0, new BigDecimal(expected).compareTo(amount), amount::toPlainString);
    }
}
