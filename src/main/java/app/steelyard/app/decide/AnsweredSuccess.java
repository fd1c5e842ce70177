package app.steelyard.app.decide;

import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Texts;
import java.util.Set;

/**
 * What the answer on the accuracy that is reached says of a plan: how often today's design succeeds. Who has stated that
 * otherwise knows better.
 */
public final class AnsweredSuccess {
    private static final Texts TEXTS = Texts.of(AnsweredSuccess.class);
    private static final AnswerKey REACHED = AnswerKey.ofSystem("accuracyNow");

    private AnsweredSuccess() {}

    /** {@code plan} with it, and with where it is from; as it is where nothing is answered or it says another rate itself. */
    public static Plan in(Plan plan, Answers answers) {
        Architecture today = Architecture.designs(plan).get(0);
        Set<Adaptation.Rate> used = Adaptation.rates(today, plan);
        if (used.size() > 1 || !(answers.get(REACHED).orElse(null) instanceof Answer.Amount reached)) {
            return plan;
        }
        PlanNumber rate = used.iterator().next().number(plan);
        String source = TEXTS.get("answered.success");
        boolean otherwise =
                !Double.isNaN(rate.get(plan)) && !source.equals(plan.sources().get(rate.path()));
        return otherwise ? plan : rate.with(plan, reached.value()).withSource(rate.path(), source);
    }
}
