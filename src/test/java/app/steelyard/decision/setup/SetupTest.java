package app.steelyard.decision.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.Decision;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.Cases;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five systems at each vendor: what is to be set is what the vendor takes, and what costs least there. */
class SetupTest {
    private static final List<String> MODELS = List.of(
            "openai/gpt-5.1",
            "openai/gpt-6-sol",
            "openai/gpt-6.1-terra",
            "anthropic/claude-sonnet-5-5",
            "google/gemini-2.5-pro",
            "google/gemini-2.5-pro:explicit-cache",
            "bedrock/eu.anthropic.claude-sonnet-4-5",
            "bedrock/amazon.nova-pro-v1:0",
            "deepseek/deepseek-v4-pro");

    private record Case(String system, Decision decision, Model model) {
        @Override
        public String toString() {
            return system + " on " + model.ref();
        }
    }

    private static Decision sample(String id) {
        return Decision.of(
                Samples.plan(id).orElseThrow(),
                SampleAnswers.of(id).orElseThrow().answers(),
                Cases.BOOK);
    }

    private static ContextItem item(String id, double tokens, Kind kind, Scope scope, double changes) {
        Placement placement = scope == Scope.REQUEST ? Placement.PLAIN_PROMPT : Placement.CACHED_PREFIX;
        return new ContextItem(id, id, tokens, kind, scope, changes, placement);
    }

    /** Turns that come within seconds, on tools that all share. */
    private static Plan agent() {
        Plan plan = Samples.plan("support-bot")
                .orElseThrow()
                .withToday(Design.UNCACHED)
                .withItems(List.of(
                        item("question", 200, Kind.INFORMATION, Scope.REQUEST, 0),
                        item("talk", 2000, Kind.INFORMATION, Scope.SESSION, 0)
                                .withGrowth(new Growth(1200, 1, 150_000.0, 0)),
                        item("tools", 14_400, Kind.INFORMATION, Scope.SHARED, 1)));
        return PlanField.TURNS.with(PlanField.GAP_MEDIAN.with(PlanField.GAP_P95.with(plan, 285), 17), 30);
    }

    private static Map<String, Decision> systems() {
        Plan agent = agent();
        Plan tenants = agent.withItems(Stream.concat(
                        Stream.of(item("contract", 8000, Kind.INFORMATION, Scope.TENANT, 2)), agent.items().stream())
                .toList());
        return Map.of(
                "support", sample("support-bot"),
                "extractor", sample("clinical-extractor"),
                "banking", sample("banking-copilot"),
                "agent", Decision.of(agent, Answers.NONE, Cases.BOOK),
                "tenants", Decision.of(tenants, Answers.NONE, Cases.BOOK));
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        systems()
                .forEach((name, decision) -> MODELS.forEach(m -> all.add(new Case(
                        name, decision, Cases.BOOK.model(PriceRef.parse(m)).orElseThrow()))));
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsSetIsWhatTheVendorTakes(Case of) {
        Setup setup = Setup.on(of.model(), of.decision(), Cases.BOOK);
        assertFalse(setup.steps().isEmpty());
        if (setup.lifetime() == null) {
            assertEquals("", setup.snippet());
            return;
        }
        JsonNode json = JsonMapper.shared().readTree(setup.snippet());
        String text = setup.snippet();
        String id = of.model().ref().toString();
        for (ContextItem item : setup.order()) {
            assertEquals(1, count(text, "\"<" + item.id() + ">\""), item.id());
        }
        List<Integer> places = setup.order().stream()
                .map(i -> text.indexOf("\"<" + i.id() + ">\""))
                .toList();
        assertEquals(places.stream().sorted().toList(), places, "as ordered");
        int marks = setup.breakpoints().size();
        assertTrue(marks <= 4, "four at most");
        assertEquals(id.startsWith("anthropic") ? marks : 0, count(text, "\"cache_control\""));
        assertEquals(id.startsWith("bedrock") ? marks : 0, count(text, "\"cachePoint\""));
        assertEquals(id.startsWith("openai/gpt-6") ? marks : 0, count(text, "\"prompt_cache_breakpoint\""));
        assertEquals(id.startsWith("openai"), json.has("prompt_cache_key"));
        switch (id) {
            case "openai/gpt-5.1" -> {
                assertEquals("24h", json.path("prompt_cache_retention").stringValue(""));
                assertFalse(json.has("prompt_cache_options"));
            }
            case "openai/gpt-6-sol", "openai/gpt-6.1-terra" -> {
                assertTrue(marks > 0);
                assertFalse(json.has("prompt_cache_retention"), "both are rejected");
                assertEquals("explicit", json.at("/prompt_cache_options/mode").stringValue(""));
                assertTrue(Set.of("30m", "12h")
                        .contains(json.at("/prompt_cache_options/ttl").stringValue("")));
            }
            case "anthropic/claude-sonnet-5-5" -> {
                assertTrue(marks > 0);
                assertEquals(marks, count(text, "\"type\": \"ephemeral\""));
                assertEquals(marks, count(text, "\"ttl\": \"" + setup.lifetime().name() + "\""), "none is the longer");
                assertTrue(text.indexOf("\"system\"") < text.indexOf("\"messages\""));
            }
            case "bedrock/eu.anthropic.claude-sonnet-4-5" -> {
                assertTrue(marks > 0);
                assertEquals(marks, count(text, "\"ttl\": \"" + setup.lifetime().name() + "\""));
            }
            case "bedrock/amazon.nova-pro-v1:0" -> {
                assertTrue(marks > 0);
                assertEquals(0, count(text, "\"ttl\""), "it has one lifetime");
            }
            case "google/gemini-2.5-pro:explicit-cache" -> {
                JsonNode create = json.path("POST /v1beta/cachedContents");
                assertEquals("models/gemini-2.5-pro", create.path("model").stringValue(""));
                assertTrue(Set.of("3600s", "86400s").contains(create.path("ttl").stringValue("")));
                assertFalse(create.toString().contains("<talk>"), "a named cache holds no conversation");
                assertTrue(said(setup, "$4.50 per million tokens and hour"));
            }
            case "google/gemini-2.5-pro" -> assertEquals(Set.of("systemInstruction", "contents"), names(json));
            case "deepseek/deepseek-v4-pro" -> assertEquals(Set.of("model", "messages"), names(json));
            default -> throw new IllegalArgumentException(id);
        }
    }

    /** Of the lifetimes that are offered none would cost less. */
    @ParameterizedTest
    @MethodSource("cases")
    void theLifetimeIsTheOneThatCostsLeast(Case of) {
        Setup setup = Setup.on(of.model(), of.decision(), Cases.BOOK);
        if (setup.lifetime() == null) {
            return;
        }
        Plan plan = of.decision().comparison().plan();
        List<Placement> placed = of.decision().recommended().placements();
        List<Placement> there =
                placed.contains(Placement.WEIGHTS) ? Design.PROMPT_CACHING.placementsOf(plan.items()) : placed;
        Plan on = plan.withInference(plan.inference().withModel(of.model().ref()));
        CachePolicy policy = Cases.BOOK
                .cachePolicy(of.model().ref(), plan.inference().pricesAsOf())
                .orElseThrow()
                .fact();
        double chosen = cost(on, there, setup.lifetime());
        for (CacheLifetime other : policy.lifetimes()) {
            assertTrue(chosen <= cost(on, there, other) * (1 + 1e-6), other.name());
        }
    }

    private static double cost(Plan plan, List<Placement> placements, CacheLifetime lifetime) {
        Plan with = plan.withCaching(plan.caching().withLifetime(lifetime.name()));
        Architecture design = Architecture.of(with, placements, Cases.BOOK).proposed();
        return ((Evaluation.Priced) Trial.of(with, design, Cases.BOOK).evaluate(with))
                .measures()
                .tco();
    }

    /** The breakpoint of a conversation moves with it, and the key is the session's. */
    @Test
    void aConversationIsMarkedAtItsEndAndNamedByItsSession() {
        Decision agent = systems().get("agent");
        Setup claude = Setup.on(model("anthropic/claude-sonnet-5-5"), agent, Cases.BOOK);
        assertEquals(List.of("tools", "talk", "question"), ids(claude.order()));
        assertEquals(List.of("tools", "talk"), ids(claude.breakpoints()));
        assertTrue(said(claude, "An earlier one is looked for over 20 blocks"), claude.text());
        JsonNode json = JsonMapper.shared().readTree(claude.snippet());
        assertEquals("<tools>", json.at("/system/0/text").stringValue(""));
        assertTrue(json.at("/messages/0/content/0").has("cache_control"));
        assertFalse(json.at("/messages/0/content/1").has("cache_control"), "what is new is not marked");
        Setup openAi = Setup.on(model("openai/gpt-5.1"), agent, Cases.BOOK);
        assertTrue(openAi.snippet().contains("\"prompt_cache_key\": \"<session>\""), openAi.snippet());
        Setup support = Setup.on(model("openai/gpt-5.1"), systems().get("support"), Cases.BOOK);
        assertTrue(support.snippet().contains("\"prompt_cache_key\": \"shared\""), support.snippet());
    }

    /** A turn that adds more blocks than the vendor looks back over needs a second breakpoint. */
    @Test
    void longTurnsNeedASecondBreakpoint() {
        Plan blocks = PlanField.BLOCKS_PER_TURN.with(agent(), 40);
        Plan second = blocks.withCaching(blocks.caching().withSecondBreakpoint(true));
        Decision decision = Decision.of(second, Answers.NONE, Cases.BOOK);
        Setup setup = Setup.on(model("anthropic/claude-sonnet-5-5"), decision, Cases.BOOK);
        assertTrue(said(setup, "Set a second breakpoint where the turn before left talk"), setup.text());
        assertFalse(said(Setup.on(model("openai/gpt-6-sol"), decision, Cases.BOOK), "looked for over"));
    }

    /** Each as the research states it. */
    @Test
    void factsAreTheVendors() {
        Decision agent = systems().get("agent");
        Map<String, List<String>> facts = Map.of(
                "openai/gpt-5.1",
                List.of(
                        "first 256 tokens",
                        "from 2,048 tokens on, in steps of 128",
                        "about 15 requests a minute",
                        "prompt_cache_retention to “24h”, at the same price"),
                "openai/gpt-6.1-terra",
                List.of("from 1,024 tokens on;", "no fall-back to the longest unmarked prefix", "4 at most", "12h"),
                "anthropic/claude-sonnet-5-5",
                List.of(
                        "from 512 tokens on;",
                        "tools, then system, then messages",
                        "“1h” must stand before",
                        "4 at most",
                        "renews both free of charge",
                        "over 20 blocks"),
                "google/gemini-2.5-pro",
                List.of("from 2,048 tokens on;", "on by default", "without a guarantee", "with a named cache"),
                "bedrock/amazon.nova-pro-v1:0",
                List.of("from 1,024 tokens on;", "4 at most", "Haiku 4.5", "No lifetime is to be chosen"),
                "deepseek/deepseek-v4-pro",
                List.of("64 tokens as documented, 128 as measured", "best effort", "in steps of 128", "Mark nothing"));
        facts.forEach((id, texts) -> {
            Setup setup = Setup.on(model(id), agent, Cases.BOOK);
            texts.forEach(t -> assertTrue(said(setup, t), t + " in " + setup.text()));
        });
    }

    /** What is not recorded is said to be so. */
    @Test
    void aVendorThatNobodyHasLookedAtIsSaidToBeOne() {
        Setup groq = Setup.on(model("groq/openai/gpt-oss-120b"), systems().get("agent"), Cases.BOOK);
        assertTrue(said(groq, "is not recorded here"), groq.text());
        assertEquals("", groq.snippet());
    }

    /** Without another model it is for the one that is recommended. */
    @Test
    void itIsForTheRecommendedModel() {
        Decision decision = systems().get("support");
        Setup setup = Setup.of(decision, Cases.BOOK).orElseThrow();
        assertEquals(decision.plan().inference().model(), setup.model().ref());
        Setup own = Setup.of(systems().get("banking"), Cases.BOOK).orElseThrow();
        assertTrue(said(own, "Name your own tuned model where gpt-4.1 stands"), own.text());
        Setup tuned = Setup.on(model("anthropic/claude-sonnet-5-5"), systems().get("extractor"), Cases.BOOK);
        assertTrue(said(tuned, "is not tuned here"), tuned.text());
    }

    private static Model model(String ref) {
        return Cases.BOOK.model(PriceRef.parse(ref)).orElseThrow();
    }

    private static List<String> ids(List<ContextItem> items) {
        return items.stream().map(ContextItem::id).toList();
    }

    private static boolean said(Setup setup, String text) {
        return setup.steps().stream().anyMatch(s -> s.text().contains(text));
    }

    private static Set<String> names(JsonNode json) {
        return Set.copyOf(json.propertyNames());
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
