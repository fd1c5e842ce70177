package app.steelyard.plan.check;

import app.steelyard.plan.Design;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.plan.session.Sessions;
import app.steelyard.text.Currency;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what in a plan makes no sense. A plan without problems can be computed, as far as its prices are known. */
public final class PlanValidator {
    /** The most items a plan may hold: far beyond any prompt, and small enough to stay instant. */
    public static final int MAX_ITEMS = 200;

    private static final Texts TEXTS = Texts.of(PlanValidator.class);
    private static final double PERCENT = 100;
    /** Below it a share is rather one of more than all. */
    private static final double MEANT_AS_PERCENT = 2;
    /** From here on nobody counts the digits. */
    private static final double LONGEST = 1e15;

    private PlanValidator() {}

    /** Every problem of {@code plan}, in the order of its fields; empty when there is none. */
    public static List<Problem> validate(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        if (plan.items().size() > MAX_ITEMS) {
            problems.add(problem("items", "items.tooMany", plan.items().size(), MAX_ITEMS));
        }
        Set<String> ids = new HashSet<>();
        plan.items().forEach(item -> validate(item, ids, problems));
        boolean many = tooMany(plan.traffic());
        for (PlanField field : PlanField.values()) {
            if (!many || field != PlanField.REQUESTS_PER_MONTH) {
                check(field, field.get(plan)).ifPresent(problems::add);
            }
        }
        sessions(plan, many, problems);
        checkMinimum(plan).ifPresent(problems::add);
        if (plan.caching().measuredOn() != null
                && plan.caching().measuredHitRate() == null
                && plan.caching().firstTurnHitRate() == null) {
            problems.add(problem("caching.measuredOn", "measuredOn"));
        }
        BillValidator.validate(plan).ifPresent(problems::add);
        failures(plan.outcome()).ifPresent(problems::add);
        models(plan, problems);
        problems.addAll(ContractValidator.validate(plan.contract()));
        if (plan.today() == Design.AS_PLACED) {
            problems.add(problem("today", "today.asPlaced"));
        }
        ExchangeRate rate = plan.finance().exchangeRate();
        if (plan.currency().equals(Currency.USD) && rate != null && rate.perUsd() != 1) {
            problems.add(problem("finance.exchangeRate.perUsd", "rate.usd"));
        }
        problems.addAll(ContractValidator.prices(plan.finance().changes()));
        problems.addAll(WhatIfValidator.validate(plan));
        return List.copyOf(problems);
    }

    public static boolean inside(PlanNumber number, double value) {
        return value >= number.min() && value <= number.max();
    }

    /** Why {@code value} cannot stand in {@code field}, if so; NaN is a number left out. */
    public static Optional<Problem> check(PlanNumber number, double value) {
        if (Double.isNaN(value)) {
            return number.optional() ? Optional.empty() : Optional.of(problem(number.path(), "missing"));
        }
        if (!inside(number, value)) {
            return Optional.of(outside(number.path(), number, value));
        }
        if (number.whole() && value != Math.rint(value)) {
            return Optional.of(problem(number.path(), "whole", value));
        }
        return Optional.empty();
    }

    static Problem outside(String path, PlanNumber number, double value) {
        return number.unit() == Unit.FRACTION
                ? outside(path, value, number.min(), number.max())
                : Math.abs(value) < LONGEST
                        ? problem(path, "range", value, number.min(), number.max())
                        : problem(path, "range.large", rounded(value).toString(), number.min(), number.max());
    }

    /** A share that cannot be; where it was hardly meant but as per cent, it is said how that is written. */
    static Problem outside(String path, double value, double min, double max) {
        double percent = value / PERCENT;
        return Math.abs(value) >= MEANT_AS_PERCENT && percent >= min && percent <= max
                ? problem(path, "range.fraction.percent", value, min, max, plain(value), plain(percent))
                : problem(path, "range.fraction", value, min, max);
    }

    /** As files have it, whatever language is chosen. */
    private static String plain(double value) {
        return rounded(value).toPlainString();
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(MathContext.DECIMAL32).stripTrailingZeros();
    }

    private static void sessions(Plan plan, boolean many, List<Problem> problems) {
        Sessions sessions = plan.traffic().sessions();
        if (many) {
            problems.add(problem(
                    PlanField.SESSIONS_PER_MONTH.path(),
                    "sessions.tooMany",
                    PlanField.SESSIONS_PER_MONTH.get(plan),
                    sessions.turns(),
                    PlanField.REQUESTS_PER_MONTH.max()));
        }
        gap(PlanField.GAP_P95, sessions.gapP95Seconds(), sessions.gapMedianSeconds())
                .ifPresent(problems::add);
        gap(PlanField.TOOL_GAP_P95, sessions.toolGapP95Seconds(), sessions.toolGapMedianSeconds())
                .ifPresent(problems::add);
        problems.addAll(SessionTables.validate(plan));
        plan.items().stream()
                .filter(i -> i.growing().grows())
                .skip(1)
                .forEach(i -> problems.add(problem(
                        "items." + i.id() + ".growth",
                        "growth.second",
                        i.name(),
                        plan.items().stream()
                                .filter(first -> first.growing().grows())
                                .findFirst()
                                .orElse(i)
                                .name())));
    }

    /** Whether sessions and turns, each of them possible, are more requests than there can be. */
    private static boolean tooMany(Traffic traffic) {
        Double sessions = traffic.sessions().perMonth();
        return sessions != null
                && inside(PlanField.SESSIONS_PER_MONTH, sessions)
                && traffic.requestsPerMonth() > PlanField.REQUESTS_PER_MONTH.max();
    }

    private static Optional<Problem> gap(PlanField field, double p95, double median) {
        return p95 > median ? Optional.empty() : Optional.of(problem(field.path(), "gap.order", p95, median));
    }

    private static void validate(ContextItem item, Set<String> ids, List<Problem> problems) {
        String path = "items." + item.id();
        if (!item.id().matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            problems.add(problem(path + ".id", "item.id", item.id()));
        } else if (!ids.add(item.id())) {
            problems.add(problem(path + ".id", "item.id.twice", item.id()));
        }
        if (item.name().isBlank()) {
            problems.add(problem(path + ".name", "item.name"));
        }
        ItemNumber.of(item).forEach(n -> check(n, n.get(item)).ifPresent(problems::add));
        if (Boolean.TRUE.equals(item.neededWhole()) && item.placement() == Placement.RETRIEVED) {
            problems.add(problem(path + ".placement", "item.whole", item.name()));
        }
        Growth growth = item.growth();
        if (growth != null && item.scope() != Scope.SESSION) {
            problems.add(problem(path + ".growth", "growth.scope", item.name()));
        } else if (growth != null && growth.end() != null && growth.end() < item.tokens()) {
            problems.add(problem(path + ".growth.end", "growth.end", growth.end(), item.tokens()));
        } else if (growth != null) {
            compaction(path + ".growth", item, growth).ifPresent(problems::add);
        }
    }

    private static Optional<Problem> compaction(String path, ContextItem item, Growth growth) {
        Double to = growth.compactedTo();
        Double window = growth.window();
        Double end = growth.end();
        if (to != null && end == null) {
            return Optional.of(problem(path + ".compactedTo", "growth.compact.end", to));
        }
        if (to != null && end != null && to >= end) {
            return Optional.of(problem(path + ".compactedTo", "growth.compact", to, end));
        }
        if (window != null && end != null) {
            return Optional.of(problem(path + ".window", "growth.both", window, end));
        }
        if (window != null && window < item.tokens()) {
            return Optional.of(problem(path + ".window", "growth.window", window, item.tokens()));
        }
        return Optional.empty();
    }

    /** Which of two costs is meant nobody can tell, and minutes without a price cost nothing that is known. */
    private static Optional<Problem> failures(Outcome outcome) {
        Double minutes = outcome.failureMinutes();
        Double rate = outcome.failureHourlyRate();
        if (outcome.failureCost() != null && (minutes != null || rate != null)) {
            return Optional.of(problem(PlanField.FAILURE_COST.path(), "failure.both"));
        }
        if (minutes == null && rate != null) {
            return Optional.of(problem(PlanField.FAILURE_MINUTES.path(), "failure.minutes"));
        }
        return minutes != null && rate == null
                ? Optional.of(problem(PlanField.FAILURE_HOURLY_RATE.path(), "failure.rate"))
                : Optional.empty();
    }

    /** Each model once, and what one thinks beside what it answers: of a sum alone nobody knows what is in it. */
    private static void models(Plan plan, List<Problem> problems) {
        Set<PriceRef> seen = new HashSet<>();
        for (StatedModel stated : plan.models()) {
            String path = "models." + stated.model();
            if (!seen.add(stated.model())) {
                problems.add(problem(path + ".model", "models.twice", stated.model()));
            }
            for (ModelNumber.Kind kind : ModelNumber.Kind.values()) {
                check(new ModelNumber(stated.model(), kind), kind.get(stated)).ifPresent(problems::add);
            }
            if (stated.reasoningTokens() != null && stated.outputTokens() == null) {
                problems.add(problem(path + ".reasoningTokens", "models.reasoning", stated.model()));
            }
        }
    }

    /** A minimum above all there is to cache would silently switch caching off. */
    private static Optional<Problem> checkMinimum(Plan plan) {
        Double minimum = plan.caching().minimumTokens();
        double size = plan.items().stream()
                .filter(i -> i.scope() != Scope.REQUEST)
                .mapToDouble(PlanValidator::most)
                .sum();
        return minimum != null && minimum > size
                ? Optional.of(problem(PlanField.CACHE_MINIMUM_TOKENS.path(), "minimum", minimum, size))
                : Optional.empty();
    }

    /** The tokens that the item may come to. */
    private static double most(ContextItem item) {
        Double end = item.growing().window() == null
                ? item.growing().end()
                : item.growing().window();
        if (!item.growing().grows()) {
            return item.tokens();
        }
        return end == null ? Double.POSITIVE_INFINITY : end;
    }

    private static Problem problem(String path, String key, Object... arguments) {
        return Problem.at(path, TEXTS.get(key, arguments));
    }
}
