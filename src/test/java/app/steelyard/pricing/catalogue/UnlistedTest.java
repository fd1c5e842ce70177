package app.steelyard.pricing.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.Good;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Acme lists the models org/big and small and the service search; the plan names others. */
class UnlistedTest {
    private static final PriceBook ACME = new PriceBook(List.of(Good.profile()), List.of());

    @Test
    void whatAPlanNamesAndNobodyListsIsToldOnce() {
        Plan plan = Fixtures.plan(5000, 1000);
        Plan found = plan.withInference(new Inference(PriceRef.parse("acme/small"), ServiceTier.STANDARD, Fixtures.DAY))
                .withTuning(plan.tuning().withModel(PriceRef.parse("acme/small")))
                .withRetrieval(new Retrieval(PriceRef.parse("acme/search"), null, null, 2500, 0, 0));
        assertEquals(List.of(), Unlisted.in(found, ACME));
        Plan lost = plan.withRetrieval(
                new Retrieval(PriceRef.parse("test/embedding"), PriceRef.parse("test/rerank"), null, 2500, 0, 0));
        assertEquals(
                List.of("test/base", "test/embedding", "test/rerank"),
                Unlisted.in(lost, ACME).stream().map(u -> u.ref().toString()).toList(),
                "the model that is tuned, too, is named once");
        assertEquals(
                List.of(false, true, true),
                Unlisted.in(lost, ACME).stream().map(Unlisted::service).toList());
    }

    @Test
    void whatMayHaveBeenMeantIsOffered() {
        assertEquals(
                "acme/smal is not in the price book. Did you mean acme/small? Choose a model it lists, or add a profile"
                        + " of your own.",
                Unlisted.model(PriceRef.parse("acme/smal"), ACME).text());
        assertEquals(
                "acme/serch is not in the price book. Did you mean acme/search? Choose a service it lists, or add a"
                        + " profile of your own.",
                Unlisted.service(PriceRef.parse("acme/serch"), ACME).text());
        assertEquals(
                "zzz/qqqqqq is not in the price book. Choose a model it lists, or add a profile of your own.",
                Unlisted.model(PriceRef.parse("zzz/qqqqqq"), ACME).text());
    }

    @Test
    void theFirstLifetimeIsTheUsualOne() {
        CachePolicy policy = Good.profile().models().get(0).cachePolicies().get(0);
        assertEquals("5m", policy.lifetime(null).orElseThrow().name());
        assertEquals("1h", policy.lifetime("1h").orElseThrow().name());
        assertTrue(policy.lifetime("1w").isEmpty());
    }
}
