package app.steelyard.document;

import app.steelyard.plan.Caching;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Inference;
import app.steelyard.plan.MeasuredOn;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Range;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Latency;
import app.steelyard.plan.session.Outcome;
import app.steelyard.text.Currency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Plans without problems and without sense. */
final class RandomPlans {
    private static final int[] CHARACTERS =
            "aZ09 -–\"\\/\n\tü€日😀\u0001{}[]:,".codePoints().toArray();

    private RandomPlans() {}

    static Plan any(RandomGenerator random) {
        List<ContextItem> items = new ArrayList<>();
        int count = random.nextInt(6);
        boolean grows = false;
        for (int i = 0; i < count; i++) {
            ContextItem item = new ContextItem(
                    "item-" + i,
                    "Item " + text(random),
                    number(random, 0, 1e10),
                    any(random, Kind.class),
                    any(random, Scope.class),
                    number(random, 0, 1e7),
                    any(random, Placement.class));
            boolean may = item.scope() == Scope.SESSION && !grows && random.nextBoolean();
            grows |= may;
            if (random.nextBoolean()) {
                item = item.withNeededWhole(item.placement() != Placement.RETRIEVED && random.nextBoolean());
            }
            items.add(may ? item.withGrowth(growth(item, random)) : item);
        }
        Currency currency = random.nextBoolean() ? Currency.USD : new Currency("EUR");
        Plan plan = new Plan(
                text(random),
                text(random),
                items,
                new Traffic(0, 0, 0, 1, 0, 1, 1, 0),
                new Inference(reference(random), any(random, ServiceTier.class), day(random)),
                new Caching(
                        random.nextBoolean() ? null : text(random),
                        null,
                        null,
                        0,
                        any(random, Caching.Behaviour.class),
                        null,
                        random.nextBoolean(),
                        null,
                        null,
                        random.nextBoolean(),
                        0,
                        random.nextBoolean(),
                        null,
                        null),
                new Tuning(random.nextBoolean() ? null : reference(random), 0, 0, 0, 0, 0, 0, 0, 0, 0),
                new Retrieval(
                        random.nextBoolean() ? null : reference(random),
                        random.nextBoolean() ? null : reference(random),
                        random.nextBoolean() ? null : reference(random),
                        0,
                        0,
                        0),
                Outcome.UNKNOWN,
                List.of(),
                contract(random),
                Latency.PUBLISHED_SHAPE,
                new Finance(
                        1,
                        0,
                        any(random, CashTiming.class),
                        currency,
                        currency.equals(Currency.USD) || random.nextInt(4) == 0
                                ? null
                                : new ExchangeRate(
                                        1,
                                        random.nextBoolean() ? null : day(random),
                                        random.nextBoolean() ? null : text(random)),
                        0),
                Design.UNCACHED,
                Plan.ModelError.KNOWN,
                WhatIf.NOTHING,
                new TreeMap<>(Map.of("traffic.requestsPerMonth", text(random))));
        for (PlanField field : PlanField.values()) {
            boolean fixed = (field == PlanField.EXCHANGE_RATE && currency.equals(Currency.USD))
                    || field == PlanField.CACHE_MINIMUM_TOKENS;
            if (fixed || (field.optional() && random.nextBoolean())) {
                continue;
            }
            double value = number(random, least(field, plan), most(field, plan));
            plan = field.with(plan, field.whole() ? Math.rint(value) : value);
        }
        if (plan.caching().measuredHitRate() != null && random.nextBoolean()) {
            plan = plan.withCaching(plan.caching()
                    .withMeasuredOn(new MeasuredOn(
                            random.nextBoolean() ? null : reference(random),
                            random.nextBoolean() ? null : text(random),
                            random.nextBoolean() ? List.of() : List.of(text(random)))));
        }
        if (plan.outcome().failureMinutes() != null && plan.outcome().failureHourlyRate() == null) {
            plan = PlanField.FAILURE_MINUTES.with(plan, Double.NaN);
        } else if (plan.outcome().failureMinutes() == null) {
            plan = PlanField.FAILURE_HOURLY_RATE.with(plan, Double.NaN);
        }
        plan = models(plan, random);
        return plan.withToday(any(random, Design.class)).withWhatIf(whatIf(plan, random));
    }

    private static Plan models(Plan plan, RandomGenerator random) {
        Plan with = plan.withModels(Stream.generate(() -> reference(random))
                .limit(random.nextInt(3))
                .distinct()
                .map(StatedModel::new)
                .toList());
        for (ModelNumber number : ModelNumber.of(with).toList()) {
            boolean thinks = number.kind() == ModelNumber.Kind.REASONING_TOKENS;
            boolean answers = !Double.isNaN(new ModelNumber(number.model(), ModelNumber.Kind.OUTPUT_TOKENS).get(with));
            with = random.nextBoolean() || thinks && !answers
                    ? with
                    : number.with(with, number(random, number.min(), number.max()));
        }
        return with;
    }

    private static Contract contract(RandomGenerator random) {
        return new Contract(
                Stream.generate(() -> discount(random)).limit(random.nextInt(3)).toList(),
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new Contract.Commitment(
                                "vendor1",
                                number(random, 0, 1e9),
                                random.nextBoolean() ? null : number(random, 0, 1e9),
                                random.nextBoolean() ? null : LocalDate.of(2025, 1, 1),
                                random.nextBoolean() ? null : LocalDate.of(2025, 1, 2),
                                random.nextBoolean() ? null : text(random))),
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new Contract.Credit("vendor2", number(random, 0, 1e9), null, null, null)),
                random.nextInt(3) > 0 ? null : number(random, 0, 1));
    }

    private static Contract.Discount discount(RandomGenerator random) {
        return new Contract.Discount(
                "vendor" + random.nextInt(10),
                number(random, 0, 1),
                random.nextBoolean() ? null : "models/some*",
                random.nextBoolean() ? null : List.of(any(random, Contract.PriceKind.class)),
                random.nextBoolean() ? null : any(random, ServiceTier.class),
                random.nextBoolean() ? null : number(random, 0, 1e9),
                null,
                null,
                random.nextBoolean() ? null : day(random),
                random.nextBoolean() ? null : text(random));
    }

    private static Growth growth(ContextItem item, RandomGenerator random) {
        return new Growth(
                number(random, 0, 1e8),
                number(random, 0, 1),
                random.nextBoolean() ? null : number(random, item.tokens(), 1e10),
                number(random, 0, 1));
    }

    /** The 95th percentile of a gap is above its median, which is drawn before. */
    private static double least(PlanField field, Plan plan) {
        return switch (field) {
            case GAP_P95 -> 2 * plan.traffic().sessions().gapMedianSeconds();
            case TOOL_GAP_P95 -> 2 * plan.traffic().sessions().toolGapMedianSeconds();
            default -> field.min();
        };
    }

    /** Sessions, which are drawn before their turns, do not come to more requests than there can be, nor shares to more than all. */
    private static double most(PlanField field, Plan plan) {
        Double sessions = plan.traffic().sessions().perMonth();
        if (field.path().startsWith("inference.served.")) {
            return 1.0 / Way.values().length;
        }
        return field == PlanField.TURNS && sessions != null
                ? Math.clamp(0.999e12 / Math.max(1, sessions), 1, field.max())
                : field.max();
    }

    private static WhatIf whatIf(Plan plan, RandomGenerator random) {
        List<Range> ranges = new ArrayList<>();
        List<Scenario> scenarios = new ArrayList<>();
        for (PlanNumber number : PlanNumber.of(plan)) {
            double low = number(random, number.min(), number.max());
            double high = number(random, number.min(), number.max());
            Distribution distribution = any(random, Distribution.class);
            if (random.nextBoolean()
                    && low < high
                    && number != PlanField.HORIZON_MONTHS
                    && (number != PlanField.REQUESTS_PER_MONTH
                            || plan.traffic().sessions().perMonth() == null)
                    && !Double.isNaN(number.get(plan))
                    && (distribution != Distribution.LOGNORMAL || low > 0)) {
                ranges.add(
                        new Range(number.path(), low, high, distribution, random.nextBoolean() ? null : text(random)));
            } else if (!number.whole()) {
                Scenario.Models models = new Scenario.Models(
                        random.nextBoolean() ? null : plan.inference().model(),
                        plan.tuning().model());
                scenarios.add(new Scenario(
                        number.path() + text(random), models, List.of(new Scenario.Value(number.path(), low))));
            }
        }
        List<Correlation> correlations = ranges.size() < 2
                ? List.of()
                : List.of(new Correlation(ranges.get(0).path(), ranges.get(1).path(), number(random, -1, 1)));
        return new WhatIf(ranges, correlations, scenarios);
    }

    private static <E extends Enum<E>> E any(RandomGenerator random, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    /** Anywhere in the range, on its borders too, and small numbers as likely as large ones. */
    private static double number(RandomGenerator random, double min, double max) {
        double value = switch (random.nextInt(5)) {
            case 0 -> min;
            case 1 -> max;
            case 2 -> Math.rint(min + random.nextDouble() * Math.min(1000, max - min));
            case 3 -> min + Math.pow(10, -random.nextInt(12)) * random.nextDouble();
            default -> min + random.nextDouble() * (max - min);
        };
        // The file knows no minus zero.
        return Math.clamp(value, min, max) + 0.0;
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    private static PriceRef reference(RandomGenerator random) {
        return new PriceRef("vendor" + random.nextInt(10), "models/some-" + random.nextInt(100));
    }

    private static LocalDate day(RandomGenerator random) {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(2000));
    }
}
