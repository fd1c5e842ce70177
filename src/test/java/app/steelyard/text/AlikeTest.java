package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlikeTest {
    private static final List<String> PATHS = List.of(
            "items.rules.tokens",
            "items.note.tokens",
            "traffic.requestsPerMonth",
            "traffic.tenants",
            "caching.measuredHitRate",
            "tuning.epochs",
            "tuning.runsPerRound",
            "finance.horizonMonths");
    private static final List<String> MODELS = List.of(
            "openai/gpt-4o",
            "openai/gpt-4.1",
            "openai/gpt-4.1-mini",
            "openai/gpt-5",
            "azure-openai/gpt-5",
            "anthropic/claude-sonnet-4-5",
            "anthropic/claude-sonnet-4-6");

    @ParameterizedTest
    @CsvSource({
        // A letter too few, and two words wrong.
        "traffic.tenant, traffic.tenants",
        "trafic.requestPerMonth, traffic.requestsPerMonth",
        // The last part alone, begun, or in another case.
        "tenants, traffic.tenants",
        "requests, traffic.requestsPerMonth",
        "hitRate, caching.measuredHitRate",
        "TRAFFIC.TENANTS, traffic.tenants",
        // Nearer by letters is tuning.epochs.
        "tuning.runs, tuning.runsPerRound",
        "finance.horizon, finance.horizonMonths",
        // The right word in the wrong place.
        "tuning.tenants, traffic.tenants",
        // Both end in tokens; only one is nearly written so.
        "items.rule.tokens, items.rules.tokens",
    })
    void findsThePathThatWasMeant(String wanted, String meant) {
        assertEquals(List.of(meant), Alike.to(wanted, PATHS, '.'));
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-41, openai/gpt-4.1",
        "openai/gpt41mini, openai/gpt-4.1-mini",
        "anthropic/gpt-4.1, openai/gpt-4.1",
        "anthropic/claude-sonet-4-5, anthropic/claude-sonnet-4-5",
        "opneai/gpt-4o, openai/gpt-4o",
    })
    void findsTheModelThatWasMeant(String wanted, String meant) {
        assertEquals(List.of(meant), Alike.to(wanted, MODELS, '/'));
    }

    @Test
    void namesAllThatAreAsLikeAndNothingThatIsNot() {
        assertEquals(List.of("openai/gpt-5", "azure-openai/gpt-5"), Alike.to("other/gpt-5", MODELS, '/'));
        assertEquals(List.of(), Alike.to("nowhere/model-9", MODELS, '/'));
        assertEquals(List.of(), Alike.to("traffic.colour", PATHS, '.'));
        assertEquals(List.of(), Alike.to("anything", List.of(), '.'));
    }
}
