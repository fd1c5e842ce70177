package app.steelyard.decision.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Limits LIMITS = Limits.of(RuleBook.get().rules());

    private static boolean alike(String name, double one, double other) {
        boolean alike = LIMITS.alike(name, Value.of(one), Value.of(other));
        assertEquals(alike, LIMITS.alike(name, one, other));
        assertEquals(
                alike,
                LIMITS.place(name, Value.of(one)).equals(LIMITS.place(name, Value.of(other))),
                () -> name + ": " + one + ", " + other);
        return alike;
    }

    @Test
    void onlyALimitTellsNumbersApart() {
        assertTrue(alike("item.hitRate", 0.81, 0.99));
        assertTrue(alike("item.hitRate", 0, -0.0));
        assertFalse(alike("item.hitRate", 0.79, 0.8));
        assertFalse(alike("item.hitRate", 0.8, 0.81));
        assertFalse(alike("item.runningTokens", 128_000, 128_001));
        assertFalse(alike("system.latency", 1, 1.5), "is compared with another name");
        assertFalse(Limits.NONE.alike("item.hitRate", 0.81, 0.99));
    }

    @Test
    void whatIsNotANumberIsAlikeToItselfAlone() {
        assertTrue(LIMITS.alike("item.fits", Value.of(true), Value.of(true)));
        assertFalse(LIMITS.alike("item.fits", Value.of(true), Value.of(false)));
        assertFalse(LIMITS.alike("item.hitRate", Value.of(0.9), Value.UNKNOWN));
        assertNotEquals(LIMITS.place("item.hitRate", Value.UNKNOWN), LIMITS.place("item.hitRate", Value.OPEN));
        assertEquals(
                LIMITS.place("item.hitRate", new Value.Between(0.1, 0.9)),
                LIMITS.place("item.hitRate", new Value.Between(0.2, 0.95)));
        assertNotEquals(
                LIMITS.place("item.hitRate", new Value.Between(0.1, 0.9)),
                LIMITS.place("item.hitRate", new Value.Between(0.1, 0.2)));
    }

    /** Of values that are alike, every rule says the same. */
    @Test
    void noRuleTellsAlikeValuesApart() {
        List<String> names = List.of("item.tokens", "item.changes", "item.hitRate", "item.changesPerLifetime");
        Seeded.forAll(3000, draw -> {
            String name = draw.oneOf(names);
            double one = draw.scaled(0.01, 1e6);
            double other = draw.maybe() ? one * draw.between(0.5, 2) : draw.scaled(0.01, 1e6);
            if (alike(name, one, other)) {
                for (Rule rule : RuleBook.get().rules()) {
                    assertEquals(
                            rule.when().test(n -> n.equals(name) ? Value.of(one) : Value.UNKNOWN),
                            rule.when().test(n -> n.equals(name) ? Value.of(other) : Value.UNKNOWN),
                            rule::id);
                }
            }
        });
    }
}
