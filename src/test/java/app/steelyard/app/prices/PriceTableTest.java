package app.steelyard.app.prices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.document.PricesFolder;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.catalogue.KeptPrices;
import app.steelyard.text.Problem;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @TempDir
    private Path folder;

    private PriceTable read(String text) {
        return PriceTable.of(
                text, Map.of(), BigDecimal.valueOf(1_000_000), new PriceEntry(PriceFiles.book(folder), TODAY));
    }

    private static void assertPrices(String expected, Added added) {
        TokenPrices p = added.listed().card().prices();
        assertEquals(expected, added.listed().ref() + " " + p.input() + " " + p.cachedRead() + " " + p.output());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Model\tInput\tCached input\tOutput\nhouse/alpha\t$1.80\t0.18\t$9.00",
                "| Model | Input ($ / 1M tokens) | Cached | Output |\n|---|---:|---|---|\n| Alpha | 1.80 | $0.18 | 9 |",
                "vendor;model;output;input;cached\nhouse;alpha;9;1.8;.18",
                "model,input_price,cache_read_price,output_price\nalpha-1,1.80,0.18,9",
                "Model    Prompt / 1K tokens    Cache hit    Completion\nhouse/alpha    $0.0018    0.00018    0.009",
                "house/alpha, 1.80, 0.18, 9",
                "Model\tInput\tCached\tOutput\nAlpha\t$1.80 / MTok\t$0.18 / MTok\t$0.009 per 1K tokens",
            })
    void isReadAsItIsCopied(String text) {
        PriceTable table = read(text);
        assertEquals(List.of(), table.problems());
        assertEquals(1, table.rows().size());
        assertPrices("house/alpha 1.8 0.18 9", table.rows().getFirst());
    }

    @Test
    void eachBadRowIsToldByLineAndColumnAndTheOthersStay() {
        PriceTable table = read("""
            Model\tInput\tCached\tOutput
            house/new\t3\t0.3\t15
            nobody-knows\t1\t\t2
            house/swapped\t0.5\t0.6\t2
            house/word\tcheap\t\t2
            house/none\t\t\t2

            gpt-99\t4.125\t–\t12.50
            """);
        assertEquals(
                List.of("3 model", "4 cached", "5 input", "6 input"),
                table.problems().stream().map(p -> p.line() + " " + p.pointer()).toList());
        assertPrices("house/new 3 0.3 15", table.rows().get(0));
        assertPrices("openai/gpt-99 4.125 null 12.5", table.rows().get(1));
    }

    @Test
    void aHeadAloneIsSaidToHoldNoRow() {
        PriceTable table = read("Model\tInput\tOutput\n");
        assertEquals(List.of(), table.rows());
        assertEquals(
                List.of("There is no row in it."),
                table.problems().stream().map(Problem::reason).toList());
    }

    @Test
    void twentyRowsAreTwentyPrices() {
        String text = "Model\tInput\tOutput\n"
                + IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> "house/m" + i + "\t" + i + "\t" + 3 * i)
                        .collect(Collectors.joining("\n"));
        PriceTable table = read(text);
        assertEquals(20, table.rows().size());
        PricesFolder kept = new PricesFolder(folder.resolve("kept"));
        new OwnPrices(kept).add(table.rows());
        PriceBook book = PriceFiles.book(folder).with(kept.read().overlay());
        RateCard last = book.rates(PriceRef.parse("house/m20"), ServiceTier.STANDARD, LocalDate.of(2026, 1, 1))
                .orElseThrow()
                .fact();
        assertEquals(new BigDecimal("60"), last.prices().output(), "a model without a price has it since ever");
    }

    @Test
    void whatIsUnlikelyIsToldAndTaken() {
        List<String> unlikely = read("house/alpha, 25, 25, 3").rows().getFirst().unlikely();
        assertEquals(3, unlikely.size(), unlikely::toString);
        assertTrue(unlikely.get(2).contains("25 where 2 was known"), unlikely::toString);
        assertEquals(
                1,
                read("house/zeta, 0.0005, 0.002").rows().getFirst().unlikely().size());
        assertEquals(
                List.of(), read("house/alpha, 1.8, 0.18, 9").rows().getFirst().unlikely());
    }

    /** Of 30 November on it is the person's; the price before stays, and so it does after it is taken away. */
    @Test
    void aPriceOfOnesOwnHoldsFromTodayAndCanBeTakenAway() throws Exception {
        PriceBook book = PriceFiles.book(folder);
        PricesFolder kept = new PricesFolder(folder.resolve("kept"));
        OwnPrices own = new OwnPrices(kept);
        own.add(read("house/alpha, 1.8, 0.18, 9").rows());
        own.add(read("house/alpha, 1.7, 0.17, 9").rows());
        PriceRef alpha = PriceRef.parse("house/alpha");
        assertEquals(1, own.of(alpha).size(), "of the same day the later counts");
        PriceBook after = book.with(kept.read().overlay());
        assertEquals(new BigDecimal("2"), input(after, "2026-11-29"));
        assertEquals(new BigDecimal("1.7"), input(after, "2026-11-30"));
        assertTrue(after.rates(alpha, ServiceTier.STANDARD, TODAY)
                .orElseThrow()
                .marks()
                .contains(PriceMark.OWN));
        assertEquals(
                List.of("2020-01-01 2026-11-30", "2026-11-30 null"),
                PriceHistory.of(alpha, after).getFirst().periods().stream()
                        .map(q -> q.fact().validity().from() + " "
                                + q.fact().validity().to())
                        .toList());
        assertEquals(1, own.remove(alpha));
        assertEquals(Map.of(), PriceFiles.content(kept.path()));
        assertNull(after.model(alpha).orElseThrow().retires());
        Files.createDirectories(kept.path());
        Files.writeString(
                kept.path().resolve("own.csv"),
                KeptPrices.write(read("house/alpha, 1.8, 9").rows().stream()
                                .map(Added::listed)
                                .toList())
                        .replace("1.8", "one"));
        assertEquals(1, kept.read().problems().size());
        assertEquals(2, kept.read().problems().getFirst().line());
    }

    private static BigDecimal input(PriceBook book, String day) {
        return book.rates(PriceRef.parse("house/alpha"), ServiceTier.STANDARD, LocalDate.parse(day))
                .orElseThrow()
                .fact()
                .prices()
                .input();
    }
}
