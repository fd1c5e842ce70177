package app.steelyard.usage;

import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.bill.Fees;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.bill.Served;
import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.usage.figures.Measured;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.row.UsageFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A thousand requests of a log, by how they were served. */
class ServedToPlanTest {
    private static final Modifiers STANDARD = Modifiers.STANDARD;

    private final List<UsageFinding> findings = new ArrayList<>();

    private static Measured measured(Map<ServiceTier, Long> tiers, Map<Modifiers, Long> served, Map<Fee, Long> fees) {
        return measured(tiers, served, new Extras(Map.of(), fees));
    }

    private static Measured measured(Map<ServiceTier, Long> tiers, Map<Modifiers, Long> served, Extras extras) {
        return new Measured(
                "openai",
                "gpt-5",
                new UsageTotals(1000, 1_000_000, 0, 0, 0, 0, 0, true, true, true),
                tiers,
                served,
                extras,
                null,
                "a log");
    }

    private Plan into(Plan plan, Measured measured) {
        return ServedToPlan.of(measured).into(plan, findings);
    }

    private List<String> told() {
        return findings.stream().map(UsageFinding::text).toList();
    }

    @Test
    void eachWayIsAShareWithItsSource() {
        Measured measured = measured(
                Map.of(ServiceTier.STANDARD, 700L, ServiceTier.BATCH, 900L),
                Map.of(
                        STANDARD,
                        500L,
                        Modifiers.ofTier("batch"),
                        300L,
                        STANDARD.served("fast"),
                        50L,
                        STANDARD.at("eu"),
                        100L,
                        STANDARD.at("us"),
                        30L,
                        STANDARD.served("ultrafast"),
                        20L),
                Map.of());
        assertEquals(ServiceTier.STANDARD, ServedToPlan.of(measured).tier());
        Plan plan = into(plan(1000, 1000), measured);
        assertEquals(
                new Served(0.3, null, null, 0.05, null, 0.13, "eu"),
                plan.inference().served());
        assertEquals("a log", plan.sources().get(PlanField.SERVED_BATCH.path()));
        assertEquals(
                List.of(
                        "Requests were served in several regions (eu, us); all of these are priced as in eu.",
                        "Served in other ways: 30 % batch, 5 % fast mode, 13 % one region of the requests. Sizes and"
                                + " hit rates are taken to be those of all of them.",
                        "2 % of the requests were served in ways that a plan cannot say, and are priced as the rest."),
                told());
    }

    @Test
    void whereNothingIsStandardTheLargestTierIsThePlans() {
        Measured measured = measured(
                Map.of(ServiceTier.FLEX, 300L, ServiceTier.BATCH, 700L),
                Map.of(Modifiers.ofTier("flex"), 400L, Modifiers.ofTier("batch"), 600L),
                Map.of());
        assertEquals(ServiceTier.BATCH, ServedToPlan.of(measured).tier());
        Served served = into(plan(1000, 1000), measured).inference().served();
        assertEquals(0.4, served.flex());
        assertNull(served.batch());
    }

    @Test
    void tokensThatAreNoTextAreThoseOfARequest() {
        Extras extras = Extras.NONE
                .with(TokenKind.AUDIO_INPUT, 200_000)
                .with(TokenKind.AUDIO_CACHED_INPUT, 50_000)
                .with(TokenKind.IMAGE_INPUT, 150_000)
                .with(TokenKind.VIDEO_OUTPUT, 7000);
        Plan plan = into(plan(1000, 1000), measured(Map.of(ServiceTier.STANDARD, 1L), Map.of(STANDARD, 1000L), extras));
        assertEquals(
                new Media(250.0, null, 150.0, null, null, 7.0, 0.125),
                plan.traffic().media());
        assertEquals("a log", plan.sources().get(PlanField.MEDIA_CACHED_SHARE.path()));
    }

    @Test
    void whatWasUsedIsCountedByRequestAndBySession() {
        Measured measured = measured(
                Map.of(ServiceTier.STANDARD, 1L),
                Map.of(STANDARD, 1000L),
                Map.of(Fee.WEB_SEARCH, 250L, Fee.CONTAINER, 40L, Fee.WEB_FETCH, 7L));
        Plan plan = into(PlanField.TURNS.with(plan(1000, 1000), 5), measured);
        assertEquals(0.25, plan.traffic().fees().webSearches());
        // 40 of 200 sessions
        assertEquals(0.2, plan.traffic().fees().containers());
        assertEquals(List.of(), told());
        assertEquals(Served.ALIKE, plan.inference().served());
        Plan none =
                into(plan(1000, 1000), measured(Map.of(ServiceTier.STANDARD, 1L), Map.of(STANDARD, 1000L), Map.of()));
        assertEquals(Fees.NONE, none.traffic().fees());
    }
}
