package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Architecture;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Range;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Currency;
import app.steelyard.text.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TakenPresetTest {
    /** A system without a conversation, whose question comes last. */
    private static final Plan BOT = withoutConversation(PlanSource.sample("support-bot"));

    private static Plan withoutConversation(Plan plan) {
        List<ContextItem> items = new ArrayList<>(plan.items());
        items.removeLast();
        items.add(new ContextItem(
                "question", "Question", 900, Kind.INFORMATION, Scope.REQUEST, 0, Placement.PLAIN_PROMPT));
        return plan.withItems(items);
    }

    static Stream<Preset> presets() {
        return Stream.concat(Presets.shipped().stream(), Presets.outcomes().stream());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void thePromptBesideTheConversationAndTheRequestsStayAndThePlanMakesSense(Preset preset) {
        TakenPreset taken = TakenPreset.of(BOT, preset, null);
        Plan plan = taken.plan();
        assertEquals(List.of(), PlanValidator.validate(plan));
        assertEquals(BOT.traffic().requestsPerMonth(), plan.traffic().requestsPerMonth());
        assertNull(plan.traffic().sessions().perMonth());
        assertEquals(
                BOT.items(),
                plan.items().stream()
                        .filter(i ->
                                BOT.items().stream().anyMatch(old -> old.id().equals(i.id())))
                        .toList());
        assertEquals(
                BOT.items().size() + (preset.conversation().isEmpty() ? 0 : 1),
                plan.items().size());
        preset.traffic().forEach((field, value) -> {
            assertEquals(value.value(), field.get(plan), field.path());
            assertEquals(value.source(), plan.sources().get(field.path()));
            if (value.low() != null) {
                Range range = plan.whatIf().range(field.path()).orElseThrow();
                assertEquals(value.low(), range.low());
                assertEquals(value.high(), range.high());
            }
        });
        assertTrue(taken.changes().stream().noneMatch(c -> c.before().equals(c.after())));
        // Taken twice it is what it was.
        TakenPreset again = TakenPreset.of(plan, preset, null);
        assertEquals(plan, again.plan());
        assertEquals(List.of(), again.changes());
    }

    @Test
    void anOutcomeTakesThePlaceOfAnotherInThePlansCurrency() {
        Finance dollars = BOT.finance();
        Plan euros = BOT.withFinance(new Finance(
                dollars.horizonMonths(),
                dollars.discountRatePerYear(),
                dollars.timing(),
                new Currency("EUR"),
                new ExchangeRate(0.9, LocalDate.of(2026, 2, 1), "a test"),
                dollars.engineeringWeekCost()));
        Plan coding = TakenPreset.of(euros, Presets.named("coding-task"), null).plan();
        assertEquals(0.9 * 75, coding.outcome().failureHourlyRate());
        Plan plan =
                TakenPreset.of(coding, Presets.named("classification"), null).plan();
        assertEquals(0.45, plan.outcome().failureCost(), 1e-12);
        assertNull(plan.outcome().failureMinutes());
        assertEquals(1, plan.outcome().retryCost());
        assertEquals(List.of(), PlanValidator.validate(plan));
        assertTrue(plan.whatIf().range("outcome.failureMinutes").isEmpty());
        assertTrue(!plan.sources().containsKey("outcome.failureMinutes"));
        assertEquals(euros.traffic(), plan.traffic());
    }

    @Test
    void aNewConversationStandsBeforeTheQuestion() {
        Plan plan = TakenPreset.of(BOT, Presets.named("support-chat"), null).plan();
        List<Scope> scopes = plan.items().stream().map(ContextItem::scope).toList();
        assertTrue(scopes.contains(Scope.SESSION));
        assertTrue(scopes.indexOf(Scope.SESSION) < scopes.lastIndexOf(Scope.REQUEST));
        assertTrue(scopes.subList(scopes.indexOf(Scope.SESSION) + 1, scopes.size()).stream()
                .allMatch(s -> s == Scope.REQUEST));
    }

    @Test
    void aConversationThatGrowsAlreadyIsSetAndLosesTheEndOfAnother() {
        Plan plan = TakenPreset.of(BOT, Presets.named("coding-agent"), null).plan();
        TakenPreset taken = TakenPreset.of(plan, Presets.named("voice"), null);
        assertEquals(plan.items().size(), taken.plan().items().size());
        assertTrue(taken.added().isEmpty());
        ContextItem conversation = taken.plan().items().stream()
                .filter(i -> i.growth() != null)
                .findFirst()
                .orElseThrow();
        assertEquals(new Growth(120, 0, null, 0), conversation.growth());
        assertEquals(120, conversation.tokens());
        assertTrue(
                taken.plan().whatIf().range("items.conversation.growth.perTurn").isEmpty(), "was of another number");
        assertNull(taken.plan().sources().get("items.conversation.growth.end"));
    }

    @Test
    void anItemThatGoesByTheNameGrowsFromNowOn() {
        Plan bot = PlanSource.sample("support-bot");
        TakenPreset taken = TakenPreset.of(bot, Presets.named("support-chat"), null);
        assertEquals(bot.items().size(), taken.plan().items().size());
        assertTrue(taken.changes().stream().anyMatch(c -> c.path().equals("items.conversation.scope")));
        assertEquals(Scope.SESSION, taken.plan().items().getLast().scope());
        assertEquals(List.of(), PlanValidator.validate(taken.plan()));
    }

    @Test
    void sessionsThatAreGivenSayHowManyRequestsThereAre() {
        Plan ranged = BOT.withWhatIf(BOT.whatIf()
                .with(new Range(PlanField.REQUESTS_PER_MONTH.path(), 100_000, 900_000, Distribution.LOGNORMAL, null)));
        Plan plan =
                TakenPreset.of(ranged, Presets.named("support-chat"), 20_000.0).plan();
        assertEquals(160_000, plan.traffic().requestsPerMonth());
        assertEquals(List.of(), PlanValidator.validate(plan));
        // And what is stated in sessions already keeps its requests, not its sessions.
        Plan later = TakenPreset.of(plan, Presets.named("voice"), null).plan();
        assertEquals(160_000, later.traffic().requestsPerMonth());
        assertEquals(List.of(), PlanValidator.validate(later));
    }

    @Test
    void aFileIsWrittenWholeOrNotAtAll(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bot.steelyard");
        PlanFile.save(file, BOT, null);
        String before = Files.readString(file);
        Preset preset = Presets.named("support-chat");

        TakenPreset.into(file, BOT, preset, null, true);
        assertEquals(before, Files.readString(file), "only tried");
        assertThrows(
                Refusal.class,
                () -> TakenPreset.into(file, BOT, preset, 1e12, false),
                "more requests than there can be");
        assertEquals(before, Files.readString(file));

        TakenPreset taken = TakenPreset.into(file, BOT, preset, null, false);
        assertEquals(taken.plan(), PlanFile.open(file).plan());
    }

    /** Replays of the traces that the presets are made of, each session by itself, with a lifetime of 5 minutes. */
    @ParameterizedTest
    @CsvSource({
        "coding-agent, 14400, 0.9155, 89300",
        "consumer-chat, 512, 0.2934, 12700",
    })
    void whatWasMeasuredComesToWhatWasReplayed(String preset, double shared, double hit, double prompt) {
        Plan plan = NewPlan.of(PriceRef.parse("anthropic/claude-opus-5"), LocalDate.of(2026, 11, 29))
                .withItems(List.of(new ContextItem(
                        "tools", "Tools", shared, Kind.INFORMATION, Scope.SESSION, 0, Placement.CACHED_PREFIX)));
        plan = TakenPreset.of(plan, Presets.named(preset), null).plan();
        PriceBook shipped = new PriceBook(PriceBookLoader.shipped(), List.of());
        Batch batch = Batch.of(
                plan,
                List.of(Architecture.of(plan, Design.PROMPT_CACHING.placementsOf(plan.items()), shipped)),
                shipped);
        Batch.Reads reads = Batch.Reads.of(batch, batch.columns(1));
        batch.worker().read(batch.columns(1), 0, 1, reads);
        assertEquals(hit, reads.share(0, 0), 0.025);
        assertEquals(prompt, reads.all()[0][0], 0.05 * prompt);
    }
}
