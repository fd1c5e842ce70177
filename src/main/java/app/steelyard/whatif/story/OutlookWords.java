package app.steelyard.whatif.story;

import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.trials.TrialShare;
import java.util.OptionalDouble;

/** How sentences about an outlook name designs, numbers and money. */
abstract class OutlookWords {
    private static final Texts TEXTS = Texts.of(OutlookWords.class);

    final Outlook outlook;
    final Plan plan;
    private final Currency currency;

    OutlookWords(Outlook outlook) {
        this.outlook = outlook;
        this.plan = outlook.plan();
        this.currency = plan.currency();
    }

    final String noSubject() {
        return TEXTS.get(outlook.simulation().today() < 0 ? "finding.today.unpriced" : "finding.noOther");
    }

    final String about() {
        return outlook.about().map(this::name).orElse("");
    }

    final String name(Architecture architecture) {
        return architecture.name();
    }

    final String name(int architecture) {
        return name(outlook.simulation().batch().architectures().get(architecture));
    }

    final String name(PlanNumber number) {
        return NumberLabels.of(plan, number);
    }

    final String money(double value) {
        return currency.of(value).inShort();
    }

    final String months() {
        return Numbers.months(OptionalDouble.of(plan.finance().horizonMonths()));
    }

    final String trials() {
        return Numbers.count(outlook.simulation().settings().trials());
    }

    final String show(PlanNumber number, double value) {
        return show(plan, number, value);
    }

    static String show(Plan plan, PlanNumber number, double value) {
        return plan.currency().of(value, number.unit()).brief();
    }

    final TrialShare share(double value) {
        return new TrialShare(value, outlook.simulation().settings().trials());
    }
}
