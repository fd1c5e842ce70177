package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Driver;
import app.steelyard.cost.LineKind;
import app.steelyard.cost.LineUnit;
import app.steelyard.cost.Measure;
import app.steelyard.cost.Notice;
import app.steelyard.cost.Timing;
import app.steelyard.plan.CashTiming;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Kind;
import app.steelyard.plan.Placement;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Scope;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Unit;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Confidence;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Service;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final List<Class<? extends Enum<?>>> NAMED = List.of(
            Design.class,
            Placement.class,
            Distribution.class,
            Kind.class,
            Scope.class,
            ServiceTier.class,
            CashTiming.class,
            Unit.class,
            PlanField.class,
            Driver.class,
            LineKind.class,
            LineUnit.class,
            Timing.class,
            Measure.class,
            Notice.Severity.class,
            PriceMark.class,
            Confidence.class,
            CachePolicy.Mode.class,
            CacheLifetime.Refresh.class,
            LongContext.Rule.class,
            Service.Type.class);

    @Test
    void everyConstantShownToPeopleHasAName() {
        Texts texts = Texts.of(Names.class);
        List<String> missing = NAMED.stream()
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .filter(c -> !texts.has(c.getDeclaringClass().getSimpleName() + "." + c.name()))
                .map(c -> c.getDeclaringClass().getSimpleName() + "." + c.name() + " = ")
                .toList();
        assertTrue(missing.isEmpty(), () -> "add to text/messages.properties:\n" + String.join("\n", missing));
    }

    @Test
    void namesAreShort() {
        assertEquals("Prompt caching", Names.of(Design.PROMPT_CACHING));
        assertEquals("As placed", Names.of(Design.AS_PLACED));
        assertEquals("Requests a month", Names.of(PlanField.REQUESTS_PER_MONTH));
    }
}
