package app.steelyard.plan.check;

import app.steelyard.plan.Design;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Currency;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
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

    private PlanValidator() {}

    /** Every problem of {@code plan}, in the order of its fields; empty when there is none. */
    public static List<Problem> validate(Plan plan) {
        List<Problem> problems = new ArrayList<>();
        if (plan.items().size() > MAX_ITEMS) {
            problems.add(problem("items", "items.tooMany", plan.items().size(), MAX_ITEMS));
        }
        Set<String> ids = new HashSet<>();
        for (ContextItem item : plan.items()) {
            validate(item, ids, problems);
        }
        for (PlanField field : PlanField.values()) {
            check(field, field.get(plan)).ifPresent(problems::add);
        }
        checkMinimum(plan).ifPresent(problems::add);
        if (plan.today() == Design.AS_PLACED) {
            problems.add(problem("today", "today.asPlaced"));
        }
        if (plan.currency().equals(Currency.USD)
                && plan.finance().exchangeRate().perUsd() != 1) {
            problems.add(problem("finance.exchangeRate.perUsd", "rate.usd"));
        }
        problems.addAll(WhatIfValidator.validate(plan));
        return List.copyOf(problems);
    }

    public static boolean inside(PlanNumber number, double value) {
        return value >= number.min() && value <= number.max();
    }

    /** Why {@code value} cannot stand in {@code field}, if so; NaN is a number left out. */
    public static Optional<Problem> check(PlanField field, double value) {
        if (Double.isNaN(value)) {
            return field.optional() ? Optional.empty() : Optional.of(problem(field.path(), "missing"));
        }
        if (value < field.min() || value > field.max()) {
            return Optional.of(problem(
                    field.path(),
                    field.unit() == Unit.FRACTION ? "range.fraction" : "range",
                    value,
                    field.min(),
                    field.max()));
        }
        if (field.whole() && value != Math.rint(value)) {
            return Optional.of(problem(field.path(), "whole", value));
        }
        return Optional.empty();
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
        ItemNumber.of(item)
                .filter(n -> !inside(n, n.get(item)))
                .forEach(n -> problems.add(problem(n.path(), "range", n.get(item), n.min(), n.max())));
    }

    /** A minimum above all there is to cache would silently switch caching off. */
    private static Optional<Problem> checkMinimum(Plan plan) {
        Double minimum = plan.caching().minimumTokens();
        double size = plan.items().stream()
                .filter(i -> i.scope() != Scope.REQUEST)
                .mapToDouble(ContextItem::tokens)
                .sum();
        return minimum != null && minimum > size
                ? Optional.of(problem(PlanField.CACHE_MINIMUM_TOKENS.path(), "minimum", minimum, size))
                : Optional.empty();
    }

    private static Problem problem(String path, String key, Object... arguments) {
        return Problem.at(path, TEXTS.get(key, arguments));
    }
}
