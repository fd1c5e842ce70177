package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.decision.rules.Cases;
import app.steelyard.document.Samples;
import app.steelyard.plan.Inference;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceChoicesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static PriceChoices of(ServiceTier tier) {
        PriceRef model = Samples.plan("support-bot").orElseThrow().inference().model();
        return new PriceChoices(Cases.BOOK, new Inference(model, tier, DAY));
    }

    private static boolean priced(PriceChoices.Offer offer) {
        return !offer.detail().isEmpty();
    }

    @Test
    void modelsWithAPriceComeFirst() {
        List<PriceChoices.Offer> models = of(ServiceTier.BATCH).models();
        assertEquals(Cases.BOOK.models().size(), models.size());
        assertTrue(priced(models.get(0)));
        assertFalse(priced(models.getLast()));
        List<PriceChoices.Offer> after =
                models.stream().dropWhile(PriceChoicesTest::priced).toList();
        assertTrue(after.stream().noneMatch(PriceChoicesTest::priced));
        assertTrue(after.get(0).marks().get(0).startsWith("no "), after.get(0).toString());
    }

    /** Of those whose name has a word, as one searches. */
    private static List<String> titles(String word) {
        return of(ServiceTier.STANDARD).models().stream()
                .map(PriceChoices.Offer::title)
                .filter(t -> t.toLowerCase(java.util.Locale.ROOT).contains(word))
                .toList();
    }

    @Test
    void theNewestModelIsTheFirstAndWhatHasAnEndTheLast() {
        List<String> sonnets = titles("anthropic · claude sonnet");
        assertEquals("Anthropic · Claude Sonnet 5.5", sonnets.getFirst());
        assertEquals("Anthropic · Claude Sonnet 4.5", sonnets.getLast(), "ends in a week");
        assertEquals("OpenAI · GPT-6.2 Astra", titles("").getFirst());
        List<PriceChoices.Offer> models = of(ServiceTier.STANDARD).models();
        int example = models.stream()
                .map(m -> m.title().startsWith("As published"))
                .toList()
                .indexOf(true);
        int retired =
                models.stream().map(m -> m.marks().contains("retired")).toList().indexOf(true);
        assertTrue(example > models.size() / 2, "examples stand behind what is sold");
        assertTrue(retired > example, models.get(retired).title());
    }

    @Test
    void whatIsNotInTheBookIsMarked() {
        PriceRef unknown = PriceRef.parse("nobody/nothing");
        PriceChoices choices = of(ServiceTier.STANDARD);
        assertEquals(List.of("not in the price book"), choices.model(unknown).marks());
        assertEquals(List.of("not in the price book"), choices.service(unknown).marks());
        assertEquals("nobody/nothing", choices.service(unknown).title());
    }

    @Test
    void noneIsTheFirstToTuneAndWhatIsClosedTheLast() {
        List<PriceChoices.Offer> tunable = of(ServiceTier.STANDARD).tunable();
        assertNull(tunable.get(0).price());
        assertEquals("None", tunable.get(0).title());
        List<Boolean> closed = tunable.stream()
                .map(o -> o.marks().contains("closed to new customers"))
                .toList();
        assertTrue(closed.contains(true) && closed.contains(false));
        assertEquals(closed.stream().sorted().toList(), closed);
        assertTrue(tunable.stream().anyMatch(o -> o.detail().startsWith("training $")));
    }

    @Test
    void servicesAreThoseOfTheirKind() {
        List<PriceChoices.Offer> stores = of(ServiceTier.STANDARD).services(Set.of(Service.Type.STORE));
        assertNull(stores.get(0).price());
        assertTrue(stores.size() > 1);
        assertTrue(stores.stream().skip(1).allMatch(o -> o.detail().endsWith(" a month")), stores.toString());
    }
}
