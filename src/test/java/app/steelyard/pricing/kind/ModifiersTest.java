package app.steelyard.pricing.kind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.steelyard.plan.ServiceTier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "standard", "default", "DEFAULT", "auto", "ON_DEMAND", "on-demand", " Standard "})
    void ordinaryWordsAreStandard(String word) {
        assertEquals(Modifiers.STANDARD, Modifiers.ofTier(word));
    }

    @ParameterizedTest
    @CsvSource({
        "batch, BATCH",
        "Flex, FLEX",
        "ON_DEMAND_FLEX, FLEX",
        "priority, PRIORITY",
        "ON_DEMAND_PRIORITY, PRIORITY"
    })
    void tiersAreTold(String word, ServiceTier tier) {
        assertEquals(tier, Modifiers.ofTier(word).tier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROVISIONED_THROUGHPUT", "provisioned", "scale", "reserved", "ProvisionedManaged"})
    void boughtCapacityIsNoTier(String word) {
        assertEquals(true, Modifiers.ofTier(word).provisioned());
    }

    /** What nobody here knows is never taken for standard. */
    @Test
    void otherWordsStay() {
        assertEquals("performance", Modifiers.ofTier("performance").other());
        assertEquals("optimized", Modifiers.STANDARD.served("optimized").other());
    }

    @Test
    void whatALedgerKeepsComesBack() {
        assertNull(Modifiers.ofTier("batch").beside());
        for (Modifiers m : new Modifiers[] {
            Modifiers.STANDARD.served("fast").at("us"),
            Modifiers.STANDARD.served("ultrafast"),
            Modifiers.STANDARD.served("provisioned"),
            Modifiers.STANDARD.served("Some Way").at("EU West"),
        }) {
            assertEquals(m, Modifiers.of(null, m.beside()));
        }
        assertEquals(
                Modifiers.ofTier("flex").at("us"),
                Modifiers.of("flex", Modifiers.STANDARD.at("us").beside()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "global", "not_available", "unknown"})
    void anywhereIsNoPlace(String place) {
        assertEquals(Modifiers.STANDARD, Modifiers.STANDARD.at(place));
    }
}
