package app.steelyard.decision.advice;

import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.cost.result.Notice;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Questions;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The questions how often an answer is right and what a wrong one costs, each of which is about a number of the plan.
 *
 * @param today how today's design answers
 * @param compared how others answer that could be weighed against it
 * @param needed all whose success has to be known before designs are ranked by it
 * @param stated what the plan states, by the question that would else be asked
 */
public record SuccessQuestions(
        Set<Adaptation> today, Set<Adaptation> compared, Set<Adaptation> needed, Map<String, Double> stated) {
    private static final Texts TEXTS = Texts.of(SuccessQuestions.class);
    private static final String REACHED = "accuracyNow";
    private static final String FAILURE_COST = "failureCost";
    private static final Map<Adaptation, String> RATES = Map.of(
            Adaptation.PROMPTED, "accuracyPrompted",
            Adaptation.PROMPTED_ELSEWHERE, "accuracyElsewhere",
            Adaptation.TUNED, "accuracyTuned",
            Adaptation.RETRIEVED, "accuracyRetrieved",
            Adaptation.INFORMATION_IN_WEIGHTS, "accuracyInWeights");

    static SuccessQuestions of(Plan plan, PriceBook book) {
        Set<Adaptation> needed = EnumSet.noneOf(Adaptation.class);
        Basis.needed(plan).forEach(rate -> needed.add(rate.how()));
        Set<Adaptation> compared = EnumSet.copyOf(needed);
        // Which items are behaviour, and who shares them, is still being asked.
        if (plan.tuning().model() != null) {
            compared.add(Adaptation.TUNED);
        }
        if (Architecture.of(plan, book).stream().anyMatch(a -> a.own() != null)) {
            compared.add(Adaptation.PROMPTED_ELSEWHERE);
        }
        Set<Adaptation> today = today(plan);
        if (today.size() == 1) {
            compared.removeAll(today);
        }
        Map<String, Double> stated = new HashMap<>();
        Stream.concat(Stream.of(REACHED, FAILURE_COST), RATES.values().stream()).forEach(question -> {
            double number = stated(AnswerKey.ofSystem(question), plan);
            if (!Double.isNaN(number)) {
                stated.put(question, number);
            }
        });
        return new SuccessQuestions(today, compared, needed, stated);
    }

    private static Set<Adaptation> today(Plan plan) {
        return Adaptation.of(Architecture.designs(plan).getFirst(), plan);
    }

    /** Whether {@code way} is another than today's, and could be weighed against it. */
    boolean compares(Adaptation way) {
        return compared.contains(way);
    }

    /** Whether what runs today is tuned, and nothing else. */
    boolean tunedToday() {
        return today.equals(Set.of(Adaptation.TUNED));
    }

    /** What conditions call the success of {@code way}. */
    String name(Adaptation way) {
        return "system." + (today.equals(Set.of(way)) ? REACHED : RATES.get(way));
    }

    /** How the answer is reached that a question is about; empty for every other question. */
    private static Optional<Adaptation> way(AnswerKey key, Plan plan) {
        if (!key.aboutSystem()) {
            return Optional.empty();
        }
        Set<Adaptation> today = today(plan);
        if (key.question().equals(REACHED)) {
            // Where today's design answers in several ways, nobody could say which it is that succeeds.
            return today.size() == 1 ? today.stream().findFirst() : Optional.empty();
        }
        return RATES.entrySet().stream()
                .filter(e -> e.getValue().equals(key.question()) && !today.equals(Set.of(e.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean aboutFailures(AnswerKey key) {
        return key.aboutSystem() && key.question().equals(FAILURE_COST);
    }

    /** The number of the plan that the answer is about; empty for a question about none of them. */
    public static Optional<PlanField> field(AnswerKey key, Plan plan) {
        return aboutFailures(key)
                ? Optional.of(PlanField.FAILURE_COST)
                : way(key, plan).map(way -> way.on(null).ofAll());
    }

    /** What the plan states of it, be it of the model alone, or by somebody's minutes; NaN where it does not. */
    public static double stated(AnswerKey key, Plan plan) {
        if (aboutFailures(key)) {
            double cost = plan.outcome().costOfFailure();
            return cost > 0 ? cost : PlanField.FAILURE_COST.get(plan);
        }
        return way(key, plan)
                .map(way -> way.on(
                                switch (way) {
                                    case PROMPTED, RETRIEVED -> plan.inference().model();
                                    case PROMPTED_ELSEWHERE, TUNED, INFORMATION_IN_WEIGHTS ->
                                        plan.tuning().model();
                                })
                        .get(plan))
                .orElse(Double.NaN);
    }

    /** Where an answer and the plan say different things: costs are by the plan's number, rules by the answer. */
    public static List<Finding> contradictions(Plan plan, Answers answers) {
        List<Finding> contradictions = new ArrayList<>();
        answers.given().forEach((key, answer) -> {
            double stated = stated(key, plan);
            if (answer instanceof Answer.Amount amount && !Double.isNaN(stated) && amount.value() != stated) {
                Unit unit = field(key, plan).orElseThrow().unit();
                contradictions.add(new Finding(
                        Notice.Severity.WARNING,
                        "",
                        TEXTS.get(
                                "finding.contradicts",
                                Questions.get()
                                        .question(key)
                                        .map(Question::text)
                                        .orElse(key.question()),
                                Typing.withUnit(plan.currency().of(amount.value(), unit)),
                                Typing.withUnit(plan.currency().of(stated, unit))),
                        List.of()));
            }
        });
        return contradictions;
    }
}
