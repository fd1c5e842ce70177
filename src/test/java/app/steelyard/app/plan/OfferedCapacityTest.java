package app.steelyard.app.plan;

import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.result.CapacityUse;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.profile.PriceBookLoader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offers that come with the program, each against a calculation by hand. */
class OfferedCapacityTest {
    private static final PriceBook BOOK =
            PriceBookLoader.load(Path.of("no-such-folder")).book();

    /** 2,000,000 requests a month of 3,000 tokens in and 400 out, eight hours a day, on that model. */
    private static Plan busy(String model) {
        Plan plan = PlanField.OUTPUT_TOKENS.with(plan(3_000, 2_000_000), 400).withToday(Design.UNCACHED);
        plan = PlanField.ACTIVE_SHARE.with(PlanField.ACTIVE_HOURS_PER_DAY.with(plan, 8), 1);
        return plan.withInference(
                plan.inference().withModel(PriceRef.parse(model)).withPricesAsOf(LocalDate.of(2026, 11, 29)));
    }

    private static OfferedCapacity offer(Plan plan, String id) {
        return OfferedCapacity.of(plan).stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CapacityUse use(Plan plan, String id) {
        return offer(plan, id).use(plan, BOOK).orElseThrow();
    }

    private static void near(double byHand, double computed) {
        assertEquals(byHand, computed, 0.01 * Math.abs(byHand));
    }

    /**
     * The peak minute at twice the mean of the busy hours: 2,000,000 ÷ (8 × 730/24 × 60) × 2 = 273.97 requests of 3,000 + 8 × 400 =
     * 6,200 tokens counted as input: 1,698,630 ÷ 4,750 = 357.6 PTU, 15 + 5 × 69 = 360 bought, at 260 dollars 93,600 a month; a
     * year costs 15 % less for the same units.
     */
    @Test
    void azure() {
        Plan plan = busy("openai/gpt-5");
        CapacityUse month = use(plan, "azure-ptu-global/month");
        near(357.6, month.needed());
        assertEquals(360, month.units(), 1e-9);
        near(93_600, month.cost());
        near(15_500, month.tokenCost());
        near(360 * 730 * 1.0, use(plan, "azure-ptu-global/hour").cost());
        CapacityUse year = use(plan, "azure-ptu-global/year");
        assertEquals(12, year.capacity().term());
        assertTrue(year.cost() / year.units() < month.cost() / month.units());
        near(
                286,
                use(plan, "azure-ptu-datazone/month").cost()
                        / use(plan, "azure-ptu-datazone/month").units());
        assertEquals(0, use(plan, "azure-ptu-regional/month").units() % 50, 1e-9);
    }

    /** 100,000 tokens of input and 10,000 of output a minute at least: for Sonnet 19,710 dollars a month. */
    @Test
    void bedrocksLeastReservation() {
        Plan small = PlanField.REQUESTS_PER_MONTH.with(busy("bedrock/eu.anthropic.claude-sonnet-4-5"), 1_000);
        near(19_710, use(small, "bedrock-reserved-global-sonnet/month").cost());
        near(19_710 * 0.9, use(small, "bedrock-reserved-global-sonnet/3-months").cost());
        near(19_710 * 1.1, use(small, "bedrock-reserved-region-sonnet/month").cost());
    }

    /** 273.97 requests of 3,000 + 5 × 400 = 5,000 tokens in the peak minute: 1,369,863 ÷ (350 × 60) = 65.2 GSU, 66 bought. */
    @Test
    void vertex() {
        CapacityUse use = use(busy("anthropic/claude-sonnet-4-6"), "vertex-gsu-global/month");
        near(65.2, use.needed());
        assertEquals(66, use.units(), 1e-9);
        near(66 * 2_700, use.cost());
    }

    /** What servers reach is a range: half of what was measured needs twice the units. */
    @Test
    void rentedMachines() {
        Plan plan = busy("groq/llama-3.3-70b-versatile");
        OfferedCapacity rented = offer(plan, "gpu-h100-nebius/hour");
        double worst = rented.use(plan, BOOK).orElseThrow().needed();
        assertEquals(2 * rented.best(plan, BOOK).orElseThrow().needed(), worst, 1e-9);
        assertEquals(new BigDecimal("3.85"), rented.term().perHour());
    }

    @Test
    void whatIsTakenKeepsThePlansOwnPeaksAndSaysWhereItIsFrom() {
        Plan plan = busy("openai/gpt-5");
        Plan taken = offer(plan, "azure-ptu-global/year").take(plan);
        Plan sharper = ContractNumber.PEAK_FACTOR.with(taken, 3);
        Capacity again = offer(sharper, "azure-ptu-global/hour")
                .take(sharper)
                .contract()
                .capacity(plan.inference().model())
                .orElseThrow();
        assertEquals(3, again.peak());
        assertEquals(1, again.term());
        assertEquals(1, taken.contract().capacity().size());
        assertTrue(String.valueOf(again.source()).startsWith("Azure, Provisioned throughput, global"));
        assertEquals(List.of(), PlanValidator.validate(taken));
    }
}
