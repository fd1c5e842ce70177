package app.steelyard.plan.check;

import app.steelyard.plan.Correlation;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.Scenario;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what makes no sense in a plan's ranges, correlations and scenarios. */
final class WhatIfValidator {
    private static final Texts TEXTS = Texts.of(WhatIfValidator.class);

    private final Plan plan;
    private final List<Problem> problems = new ArrayList<>();

    private WhatIfValidator(Plan plan) {
        this.plan = plan;
    }

    static List<Problem> validate(Plan plan) {
        WhatIfValidator validator = new WhatIfValidator(plan);
        validator.ranges();
        validator.correlations();
        validator.scenarios();
        return validator.problems;
    }

    private void ranges() {
        Set<String> seen = new HashSet<>();
        List<Range> ranges = plan.whatIf().ranges();
        for (int i = 0; i < ranges.size(); i++) {
            String at = "whatIf.ranges." + i;
            Range range = ranges.get(i);
            Optional<PlanNumber> number = number(at, range.path(), seen);
            if (number.isPresent()) {
                range(at, range, number.get());
            }
        }
    }

    private void range(String at, Range range, PlanNumber number) {
        if (number == PlanField.HORIZON_MONTHS) {
            problem(at + ".path", "range.horizon");
        }
        if (number == PlanField.REQUESTS_PER_MONTH && plan.traffic().sessions().perMonth() != null) {
            problem(at + ".path", "range.requests", PlanField.SESSIONS_PER_MONTH.path(), PlanField.TURNS.path());
        }
        if (Double.isNaN(number.get(plan))) {
            problem(at + ".path", "range.noValue", range.path());
        }
        inside(at + ".low", number, range.low());
        inside(at + ".high", number, range.high());
        if (range.low() >= range.high()) {
            problem(at + ".high", "range.order", range.high(), range.low());
        }
        if (range.distribution() == Distribution.LOGNORMAL && range.low() <= 0) {
            problem(at + ".low", "range.lognormal");
        }
    }

    private void correlations() {
        Set<Set<String>> seen = new HashSet<>();
        List<Correlation> correlations = plan.whatIf().correlations();
        for (int i = 0; i < correlations.size(); i++) {
            String at = "whatIf.correlations." + i;
            Correlation correlation = correlations.get(i);
            ranged(at + ".first", correlation.first());
            ranged(at + ".second", correlation.second());
            if (correlation.first().equals(correlation.second())) {
                problem(at + ".second", "correlation.same");
            } else if (!seen.add(Set.of(correlation.first(), correlation.second()))) {
                problem(at, "correlation.twice");
            }
            if (!(Math.abs(correlation.coefficient()) <= 1)) {
                problem(at + ".coefficient", "range", correlation.coefficient(), -1.0, 1.0);
            }
        }
    }

    private void ranged(String at, String path) {
        if (plan.whatIf().range(path).isEmpty()) {
            problem(at, "correlation.noRange", path);
        }
    }

    private void scenarios() {
        Set<String> names = new HashSet<>();
        List<Scenario> scenarios = plan.whatIf().scenarios();
        for (int i = 0; i < scenarios.size(); i++) {
            String at = "whatIf.scenarios." + i;
            Scenario scenario = scenarios.get(i);
            if (scenario.name().isBlank()) {
                problem(at + ".name", "scenario.name");
            } else if (!names.add(scenario.name())) {
                problem(at + ".name", "scenario.twice", scenario.name());
            }
            Set<String> seen = new HashSet<>();
            for (int v = 0; v < scenario.values().size(); v++) {
                Scenario.Value value = scenario.values().get(v);
                String where = at + ".values." + v;
                number(where, value.path(), seen).ifPresent(n -> inside(where + ".value", n, value.value()));
            }
        }
    }

    /** The number at {@code path}, unless there is none or it was seen before. */
    private Optional<PlanNumber> number(String at, String path, Set<String> seen) {
        Optional<PlanNumber> number = PlanNumber.at(plan, path);
        if (number.isEmpty()) {
            List<String> alike = PlanNumber.alike(plan, path);
            problem(
                    at + ".path",
                    alike.isEmpty() ? "number.unknown" : "number.unknown.alike",
                    path,
                    String.join(", ", alike));
        } else if (!seen.add(path)) {
            problem(at + ".path", "number.twice", path);
        }
        return number;
    }

    private void inside(String at, PlanNumber number, double value) {
        if (!PlanValidator.inside(number, value)) {
            problems.add(PlanValidator.outside(at, number, value));
        }
    }

    private void problem(String path, String key, Object... arguments) {
        problems.add(Problem.at(path, TEXTS.get(key, arguments)));
    }
}
