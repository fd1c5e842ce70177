package app.steelyard.cost.explain;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.Measure;
import app.steelyard.cost.result.Measures;
import app.steelyard.cost.result.Timing;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Finance.CashTiming;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;

/** How a measure came about from the cash flow and from the baseline's. */
final class MeasureDerivation {
    private final Plan plan;
    private final Evaluation.Priced evaluation;
    private final Terms terms;

    MeasureDerivation(Plan plan, Evaluation.Priced evaluation) {
        this.plan = plan;
        this.evaluation = evaluation;
        this.terms = new Terms(plan);
    }

    Derivation measure(Comparison comparison, Measure measure) {
        Measures m = evaluation.measures();
        CashFlow flow = evaluation.cashFlow();
        Finance finance = plan.finance();
        switch (measure) {
            case SET_UP -> lines(Timing.SET_UP);
            case FIRST_MONTH -> lines(Timing.MONTHLY);
            case TCO, AVERAGE_MONTH, PRESENT_VALUE -> {
                terms.term("term.setUp", terms.money(m.setUp()), "");
                for (Driver driver : Driver.values()) {
                    double total = flow.total(driver) - flow.amount(0, driver);
                    if (total != 0) {
                        terms.add(
                                Terms.TEXTS.get("term.months", Names.of(driver), flow.months()),
                                terms.money(total),
                                "");
                    }
                }
                if (measure == Measure.AVERAGE_MONTH) {
                    terms.field(PlanField.HORIZON_MONTHS);
                }
                if (measure == Measure.PRESENT_VALUE) {
                    discount(finance);
                }
            }
            case INPUT_COST -> {
                for (Driver driver : Measure.INPUT_DRIVERS) {
                    terms.add(Names.of(driver), terms.money(flow.total(driver)), "");
                }
            }
            case TCO_AT_LIST -> {
                for (Line line : evaluation.statement()) {
                    terms.add(Names.of(line.kind()), terms.money(line.totalAtList()), "");
                }
            }
            case COST_PER_REQUEST -> {
                terms.term("term.tco", terms.money(m.tco()), "");
                double requests = 0;
                for (double month : flow.requests()) {
                    requests += month;
                }
                terms.term("term.requests", Numbers.count(requests), "");
            }
            case SUCCESS_RATE -> terms.success(evaluation.architecture());
            case SUCCESSES -> {
                terms.term("term.sessions", Numbers.count(m.successes() / m.successRate()), "");
                terms.add(Names.of(Measure.SUCCESS_RATE), Numbers.percentExact(m.successRate()), "");
            }
            case COST_PER_SUCCESS -> {
                terms.term("term.tco", terms.money(m.tco()), "");
                terms.add(Names.of(Measure.SUCCESSES), Numbers.count(m.successes()), "");
            }
            case SAVED_BY_MODEL, SAVED_BY_DESIGN -> {
                terms.add(Names.of(Measure.SAVING), terms.money(m.saving()), "");
                terms.term("term.elsewhere", terms.money(m.tco() + m.saving() - m.savedByModel()), "");
                terms.term("term.tco", terms.money(m.tco()), "");
            }
            case SAVED_ON_BILL, SAVED_ON_FAILURES -> {
                terms.add(Names.of(Measure.SAVING), terms.money(m.saving()), "");
                double failures = flow.total(Driver.FAILURES);
                terms.term("term.failures.today", terms.money(failures + m.savedOnFailures()), "");
                terms.term("term.failures", terms.money(failures), "");
            }
            default -> {
                baseline(comparison, measure, flow);
                if (measure == Measure.NPV || measure == Measure.DISCOUNTED_PAYBACK || measure == Measure.IRR) {
                    discount(finance);
                }
            }
        }
        String note = measure == Measure.NPV && finance.timing() == CashTiming.END_OF_MONTH
                ? Terms.TEXTS.get("note.npv")
                : "";
        return new Derivation(
                Names.of(measure),
                Terms.TEXTS.get("formula.measure." + measure),
                terms.list(),
                MeasureWords.of(evaluation, measure),
                note);
    }

    private void discount(Finance finance) {
        terms.field(PlanField.DISCOUNT_RATE);
        terms.term("term.timing", Names.of(finance.timing()), "");
    }

    private void baseline(Comparison comparison, Measure measure, CashFlow flow) {
        CashFlow today = comparison.baseline() instanceof Evaluation.Priced priced ? priced.cashFlow() : null;
        if (today == null) {
            terms.term("term.baseline", Terms.TEXTS.get("value.unpriced"), "");
            return;
        }
        int last = switch (measure) {
            case SAVING_FIRST_MONTH -> 1;
            case SAVING_FIRST_YEAR -> Math.min(12, flow.months());
            default -> flow.months();
        };
        double setUp = measure == Measure.SAVING_FIRST_MONTH
                ? 0
                : evaluation.measures().setUp();
        terms.term("term.setUp", terms.money(setUp), "");
        terms.add(Terms.TEXTS.get("term.today", last), terms.money(today.cumulative(last)), "");
        terms.add(Terms.TEXTS.get("term.this", last), terms.money(flow.cumulative(last) - flow.amount(0)), "");
    }

    private void lines(Timing timing) {
        for (Line line : evaluation.statement()) {
            if (line.timing() == timing) {
                terms.add(LineDerivation.name(line), terms.money(line.amount()), "");
            }
        }
    }
}
