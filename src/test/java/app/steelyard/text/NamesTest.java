package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.LineUnit;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Timing;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
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
            HitRateTarget.class,
            HitRateTarget.Standing.class,
            Distribution.class,
            Kind.class,
            Scope.class,
            ServiceTier.class,
            Way.class,
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
