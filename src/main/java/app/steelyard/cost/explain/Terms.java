package app.steelyard.cost.explain;

import app.steelyard.cost.explain.Derivation.Term;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The terms of one derivation, and where each comes from. */
final class Terms {
    static final Texts TEXTS = Texts.of(Derivations.class);

    private final Plan plan;
    private final List<Term> list = new ArrayList<>();

    Terms(Plan plan) {
        this.plan = plan;
    }

    List<Term> list() {
        return list;
    }

    void add(String name, String value, String source) {
        list.add(new Term(name, value, source));
    }

    void term(String key, String value, String source) {
        add(TEXTS.get(key), value, source);
    }

    /** A number of the plan, with the source that the plan states for it. */
    void field(PlanNumber field) {
        double value = field.get(plan);
        String text = switch (field.unit()) {
            case FRACTION -> Numbers.percentExact(value);
            case MONEY -> money(value);
            case SECONDS -> Numbers.value(value) + " s";
            default -> Numbers.count(value);
        };
        add(NumberLabels.of(plan, field), text, stated(field.path()));
    }

    /** How often sessions of a design succeed, as stated of its model or of all. */
    void success(Architecture architecture) {
        Adaptation.rates(architecture, plan).forEach(r -> field(r.number(plan)));
        if (plan.outcome().retrySuccess() != null) {
            field(PlanField.RETRY_SUCCESS);
        }
    }

    String itemSource(ContextItem item) {
        return stated("items." + item.id() + ".tokens");
    }

    String stated(String path) {
        return plan.sources().getOrDefault(path, TEXTS.get("source.stated"));
    }

    String money(double value) {
        return Double.isNaN(value) ? "–" : plan.currency().of(value).full();
    }

    Currency currency() {
        return plan.currency();
    }
}
