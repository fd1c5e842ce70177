package app.steelyard.decision;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.Margin;
import app.steelyard.cost.OverCaching;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.Alternatives;
import app.steelyard.decision.advice.Finding;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.advice.PlanFacts;
import app.steelyard.decision.advice.Reasoning;
import app.steelyard.decision.advice.SuccessQuestions;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.RuleBook;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What belongs where in one system, why, and at what cost: a function of the plan, the answers, the prices and the
 * rules.
 *
 * @param plan as it was asked about
 * @param items the advice for each item, in the plan's order
 * @param approach the recommendation for the system
 * @param alsoPossible the other approaches that what is open could lead to; empty where nothing could
 * @param findings what to know, the most serious first
 * @param alternatives every approach with its reasons and cost, the recommended one first
 * @param comparison the plan as recommended, weighed; its "as placed" is the recommendation
 * @param tunable models of vendors' lists, other than the plan's, that a new customer can tune on the plan's day
 */
public record Decision(
        Plan plan,
        Answers answers,
        RuleBook rules,
        List<ItemAdvice> items,
        Approach approach,
        List<Approach> alsoPossible,
        List<Finding> findings,
        List<Alternative> alternatives,
        Comparison comparison,
        List<Model> tunable) {

    private static final Texts TEXTS = Texts.of(Decision.class);
    private static final int MOST_NAMED = 3;

    public Decision {
        items = List.copyOf(items);
        alsoPossible = List.copyOf(alsoPossible);
        findings = List.copyOf(findings);
        alternatives = List.copyOf(alternatives);
        tunable = List.copyOf(tunable);
    }

    /** Decides by the rules that come with the program; {@code plan} must be free of problems. */
    public static Decision of(Plan plan, Answers answers, PriceBook book) {
        return of(plan, answers, book, RuleBook.get());
    }

    /** Decides by {@code rules}; {@code plan} must be free of problems. */
    public static Decision of(Plan plan, Answers answers, PriceBook book, RuleBook rules) {
        PlanFacts facts = PlanFacts.of(plan, book);
        Reasoning reasoning = Reasoning.of(facts, answers, rules);
        Comparison comparison = Comparison.of(applied(plan, reasoning.items()), book);
        return new Decision(
                plan,
                answers,
                rules,
                reasoning.items(),
                reasoning.approach(),
                reasoning.alsoPossible(),
                findings(reasoning, comparison, book, SuccessQuestions.contradictions(plan, answers)),
                Alternatives.of(reasoning.items(), reasoning.approach(), comparison),
                comparison,
                facts.elsewhere());
    }

    /** With what over-cached items would cost elsewhere, a warning where the recommendation caches them. */
    private static List<Finding> findings(
            Reasoning reasoning, Comparison comparison, PriceBook book, List<Finding> contradictions) {
        List<Finding> findings = new ArrayList<>(reasoning.findings());
        List<Placement> recommended =
                reasoning.items().stream().map(a -> a.option().placement()).toList();
        comparison.priced().stream()
                .sorted(Comparator.comparing(e -> !e.architecture().placements().equals(recommended)))
                .flatMap(e -> OverCaching.of(comparison.plan(), e, book).stream()
                        .map(n -> new Finding(
                                e.architecture().placements().equals(recommended) ? n.severity() : Notice.Severity.INFO,
                                "",
                                TEXTS.get("finding.of", e.architecture().name(), n.text()),
                                List.of())))
                .findFirst()
                .ifPresent(findings::add);
        findings.addAll(contradictions);
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        return findings;
    }

    /**
     * The plan with each item's kind and placement as recommended, as one edit; items this decision does not know stay as
     * they are.
     */
    public Plan applyTo(Plan other) {
        return applied(other, items);
    }

    private static Plan applied(Plan plan, List<ItemAdvice> items) {
        Plan placed = placed(plan, items);
        // What is in use today does not change because an item is now called behaviour.
        boolean same =
                plan.today().placementsOf(placed.items()).equals(plan.today().placementsOf(plan.items()));
        return same ? placed : placed(plan.withToday(Design.AS_IS), items);
    }

    private static Plan placed(Plan plan, List<ItemAdvice> items) {
        Map<String, ItemAdvice> byId = new HashMap<>();
        items.forEach(a -> byId.put(a.item().id(), a));
        return plan.withItems(plan.items().stream()
                .map(i -> {
                    ItemAdvice advice = byId.get(i.id());
                    return advice == null ? i : advice.appliedTo(i);
                })
                .toList());
    }

    /** The advice for the item with this id. */
    public Optional<ItemAdvice> item(String id) {
        return items.stream().filter(a -> a.item().id().equals(id)).findFirst();
    }

    /** The recommended alternative. */
    public Alternative recommended() {
        return alternatives.get(0);
    }

    /** Whether no open answer could lead to another approach. */
    public boolean settled() {
        return alsoPossible.isEmpty();
    }

    /** What the recommendation is called, with structured output named beside caching where items need it. */
    public String headline() {
        boolean form = approach != Approach.STRUCTURED_OUTPUT
                && items.stream().anyMatch(a -> a.option() == Option.STRUCTURED_OUTPUT);
        String name = recommended().name();
        return form ? TEXTS.get("headline.form", name) : name;
    }

    /** Another way listed before {@code alternative} that places every item alike, and so costs the same. */
    public Optional<Alternative> alike(Alternative alternative) {
        return alternatives.stream()
                .takeWhile(a -> !a.equals(alternative))
                .filter(a -> a.placements().equals(alternative.placements()))
                .findFirst();
    }

    /** The cheapest design that can do the job and is not ruled out, where the recommendation costs more than it. */
    public Optional<Evaluation.Priced> cheaper() {
        return cheaperOnes().filter(this::allowed).min(Comparator.comparingDouble(Evaluation.Priced::ranked));
    }

    private Stream<Evaluation.Priced> cheaperOnes() {
        return recommended().priced().stream()
                .flatMap(own -> comparison.priced().stream()
                        .filter(Evaluation.Priced::feasible)
                        .map(c -> new Margin(own, c))
                        .filter(Margin::behind)
                        .map(Margin::other));
    }

    private boolean allowed(Evaluation evaluation) {
        List<Placement> placements = evaluation.architecture().placements();
        return IntStream.range(0, items.size()).allMatch(i -> items.get(i).allows(placements.get(i)));
    }

    /** What the recommendation costs, and, where something else is cheaper, what the difference buys. */
    public String price() {
        return Stream.of(cost(), today(), unmet().orElseGet(this::against), named())
                .filter(s -> !s.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String cost() {
        return recommended()
                .priced()
                .map(p -> TEXTS.get(
                        "price",
                        headline(),
                        p.tco().inShort(),
                        Math.round(plan.finance().horizonMonths())))
                .orElseGet(() -> TEXTS.get(
                        "price.unknown",
                        headline(),
                        String.join(" ", recommended().obstacles())));
    }

    /** That today's design is no measure, as it cannot do the job; empty where it can, and where nothing is known. */
    private String today() {
        return recommended()
                .priced()
                .filter(own -> own.feasible() && !own.architecture().today())
                .filter(own -> comparison.baseline() instanceof Evaluation.Priced today && !today.feasible())
                .map(own -> new Margin(own, (Evaluation.Priced) comparison.baseline()))
                .map(this::againstUnfit)
                .orElse("");
    }

    private String againstUnfit(Margin margin) {
        boolean more = margin.less().value() < 0;
        String key = margin.tie() ? "price.unfit.tie" : more ? "price.unfit.more" : "price.unfit.less";
        Optional<Margin.Part> mostly = more ? margin.moreOn() : margin.lessOn();
        return TEXTS.get(
                key,
                margin.less().abs().inShort(),
                margin.other().architecture().name(),
                mostly.map(p -> Names.of(p.driver())).orElse(""),
                mostly.map(p -> p.amount().inShort()).orElse(""));
    }

    /** The cost beside that of what else is open. */
    private String against() {
        if (recommended().priced().isEmpty()) {
            return "";
        }
        return cheaper()
                        .map(c -> TEXTS.get(
                                // A design of the same name places some items otherwise.
                                (c.architecture().design() == approach.design() ? "price.more.all" : "price.more")
                                        + (comparison.basis().perSuccess() ? ".success" : ""),
                                comparison.basis().perSuccess()
                                        ? each(recommended().priced().get())
                                                .minus(each(c))
                                                .each()
                                        : new Margin(c, recommended().priced().get())
                                                .less()
                                                .inShort(),
                                c.architecture().name(),
                                buys(c)))
                        .orElseGet(() -> TEXTS.get(comparison
                                .basis()
                                .key(cheaperOnes().findAny().isPresent() ? "price.least.open" : "price.least")))
                + comparison.uncompared().map(u -> " " + u + ".").orElse("");
    }

    private static Money each(Evaluation.Priced evaluation) {
        return evaluation.currency().of(evaluation.measures().costPerSuccess());
    }

    /** How Calculate calls what is recommended, where the name of the approach stands for another design there. */
    private String named() {
        List<Placement> like = approach.design().placementsOf(comparison.plan().items());
        List<Placement> own = recommended().placements();
        List<String> other = IntStream.range(0, items.size())
                .filter(i -> like.get(i) != own.get(i))
                .mapToObj(i -> items.get(i).item().name())
                .toList();
        return other.isEmpty()
                ? ""
                : TEXTS.get(
                        "price.named",
                        Names.of(approach.design()),
                        Several.joined(other, MOST_NAMED),
                        Names.of(Design.AS_PLACED));
    }

    /** That nothing here does what is needed, and what could; empty where the recommendation does. */
    public Optional<String> unmet() {
        List<ItemAdvice> unmet = findings.stream()
                .filter(f -> f.severity() == Notice.Severity.OBSTACLE)
                .flatMap(f -> item(f.item()).stream())
                .distinct()
                .toList();
        if (unmet.isEmpty()) {
            return Optional.empty();
        }
        String reached = amount("accuracyNow")
                .flatMap(now -> amount("accuracyNeeded")
                        .map(needed -> TEXTS.get("price.unmet.reached", Numbers.percent(now), Numbers.percent(needed))))
                .orElse("");
        List<String> others = tunableElsewhere(unmet);
        boolean here = unmet.stream().allMatch(a -> a.allows(Placement.WEIGHTS));
        String ways = here
                ? TEXTS.get("price.unmet.here")
                : others.isEmpty()
                        ? TEXTS.get("price.unmet.model")
                        : TEXTS.get("price.unmet.elsewhere", Several.joined(others, MOST_NAMED));
        return Optional.of(TEXTS.get(
                "price.unmet",
                Several.joined(unmet.stream().map(a -> a.item().name()).toList(), MOST_NAMED),
                reached,
                ways));
    }

    /** Models that could be tuned instead, where it is only the plan's model to tune that stands in the way. */
    private List<String> tunableElsewhere(List<ItemAdvice> unmet) {
        boolean helps = unmet.stream()
                .flatMap(a -> a.score(Option.WEIGHTS).excluding().stream())
                .flatMap(r -> r.when().names().stream())
                .allMatch(n -> n.startsWith("tuning."));
        return !helps
                ? List.of()
                : tunable.stream()
                        .filter(m ->
                                !(answers.get(AnswerKey.ofSystem("vendors")).orElse(Answer.DONT_KNOW)
                                                instanceof Answer.Names allowed)
                                        || allowed.names().contains(m.ref().vendor()))
                        .map(Model::name)
                        .distinct()
                        .toList();
    }

    private Optional<Double> amount(String question) {
        return answers.get(AnswerKey.ofSystem(question))
                .filter(Answer.Amount.class::isInstance)
                .map(a -> ((Answer.Amount) a).value());
    }

    /** Why the items that the cheaper design places elsewhere are not there; a reason that several share is told once. */
    private String buys(Evaluation.Priced cheaper) {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            ItemAdvice advice = items.get(i);
            Placement there = cheaper.architecture().placements().get(i);
            if (there != advice.option().placement()) {
                Stream<Rule> against = advice.options().stream()
                        .filter(o -> o.option().placement() == there && o.option() != Option.STRUCTURED_OUTPUT)
                        .flatMap(o -> o.bad().stream());
                // Of reasons as strong as each other, one against the cheaper place says more than one for the own.
                Stream.concat(against, advice.score(advice.option()).good().stream())
                        .max(Comparator.comparing(Rule::strength))
                        .ifPresent(r -> reasons.computeIfAbsent(r.sentence(), s -> new ArrayList<>())
                                .add(advice.item().name()));
            }
        }
        return reasons.isEmpty()
                ? TEXTS.get("price.buys.nothing")
                : reasons.entrySet().stream()
                        .map(r -> TEXTS.get("price.buys", Several.joined(r.getValue(), MOST_NAMED), r.getKey()))
                        .collect(Collectors.joining(" "));
    }
}
