package app.steelyard.decision;

import app.steelyard.decision.advice.Facts;
import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.advice.Judge;
import app.steelyard.decision.advice.PlanFacts;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Answering;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Question;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Truth;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Looks for what would flip a decision: every answer and every vendor one at a time, and sizes, traffic, changes and numbers among the
 * answers by steps and bisection. It decides thousands of times, on all processors, so a screen runs it beside its own
 * thread; interrupting that ends it with a {@link CancellationException}.
 */
public final class Flips {
    private static final Texts TEXTS = Texts.of(Flips.class);
    /** What an item is, somebody said who has read it. */
    private static final Set<String> SETTLED = Set.of("nature", "acts");

    private final Decision decision;
    private final PriceBook book;
    private final Judge.Case known;
    private final boolean barred;
    private final Thread caller = Thread.currentThread();

    /**
     * One thing to vary.
     *
     * @param looks how often at most it is decided for, were nothing found
     * @param flips looks for them
     */
    private record Search(int looks, Supplier<Stream<Flip>> flips) {}

    private Flips(Decision decision, PriceBook book) {
        this.decision = decision;
        this.book = book;
        known = new Judge(decision.rules()).of(Facts.of(PlanFacts.of(decision.plan(), book), decision.answers()));
        barred = !obstacles(known.facts()).isEmpty();
    }

    /** The nearest flip of each answer, vendor and number that has one, the nearest of all first. */
    public static List<Flip> of(Decision decision, PriceBook book) {
        return of(decision, book, share -> {});
    }

    /**
     * The same.
     *
     * @param progress is told now and then which share is done, 0 to 1, by any thread
     */
    public static List<Flip> of(Decision decision, PriceBook book, DoubleConsumer progress) {
        Flips flips = new Flips(decision, book);
        List<Search> answers = flips.answers();
        List<Search> numbers = flips.numbers();
        double all = Stream.of(answers, numbers)
                .flatMap(List::stream)
                .mapToInt(Search::looks)
                .sum();
        AtomicInteger done = new AtomicInteger();
        // One after the other: a share of the answers takes far less time than the same of the numbers.
        return Stream.of(answers, numbers)
                .flatMap(some -> some.parallelStream()
                        .flatMap(s -> {
                            List<Flip> found = s.flips().get().toList();
                            progress.accept(done.addAndGet(s.looks()) / all);
                            return found.stream();
                        })
                        .toList()
                        .stream())
                .sorted(Comparator.comparingDouble(Flip::distance))
                .toList();
    }

    private Approach again(Change.ToAnswer change) {
        return approach(() -> with(change));
    }

    private Judge.Case with(Change.ToAnswer change) {
        return known.with(change.key(), change.in(decision.answers()));
    }

    private Approach approach(Supplier<Judge.Case> again) {
        if (caller.isInterrupted()) {
            throw new CancellationException();
        }
        return again.get().approach();
    }

    /** An answer that is a number. */
    private final class FlippingAnswer extends FlippingNumber {
        private final AnswerKey key;

        FlippingAnswer(AnswerKey key, double given, Answering.Amount amount) {
            super(decision, given, amount.min(), amount.max(), amount.unit());
            this.key = key;
        }

        @Override
        Change.ToAnswer at(double value) {
            return new Change.ToAnswer(key, Answer.of(value));
        }

        @Override
        IntFunction<Approach> approaches(double... values) {
            return i -> again(at(values[i]));
        }
    }

    /** A number of the plan. */
    private final class FlippingPlanNumber extends FlippingNumber {
        private final PlanNumber number;
        private final double from;

        FlippingPlanNumber(PlanNumber number, double from, double min, double max) {
            super(decision, from, min, max, Unit.COUNT);
            this.number = number;
            this.from = from;
        }

        @Override
        Change at(double value) {
            return new Change.ToNumber(number.path(), from, value);
        }

        @Override
        IntFunction<Approach> approaches(double... values) {
            IntFunction<PlanFacts> plans = known.facts().plan().with(number, values);
            return i -> approach(() -> known.with(plans.apply(i)));
        }
    }

    private List<Search> answers() {
        List<Search> searches = new ArrayList<>();
        for (Interview.Step step : Interview.steps(decision.plan(), decision.answers(), book)) {
            switch (step.question().answering()) {
                case Answering.Choice choice -> {
                    if (step.open() || !SETTLED.contains(step.question().id())) {
                        searches.add(new Search(choice.words().size(), () -> choice(step, choice)));
                    }
                }
                case Answering.Amount number -> {
                    // What a failure costs changes what designs cost, which rules alone do not see.
                    if (number.unit() != Unit.MONEY) {
                        searches.add(new Search(FlippingNumber.LOOKS, () -> number(step, number)));
                    }
                }
                case Answering.Vendors vendors -> {
                    List<String> all = book.profiles().stream()
                            .map(Profile::vendor)
                            .distinct()
                            .toList();
                    searches.add(new Search(
                            all.size(), () -> all.stream().flatMap(v -> vendor(step, all, v).stream())));
                }
                case Answering.FromPlan plan -> {
                    // Looked for among the plan's numbers.
                }
            }
        }
        return searches;
    }

    private Stream<Flip> choice(Interview.Step step, Answering.Choice choice) {
        Answer given = step.given().orElse(Answer.DONT_KNOW);
        return first(step, choice.words().stream().map(Answer::of).filter(a -> !a.equals(given)));
    }

    /** The first of the answers that flips, if one does. */
    private Stream<Flip> first(Interview.Step step, Stream<Answer> others) {
        return others.map(a -> new Change.ToAnswer(step.key(), a))
                .flatMap(change -> Optional.of(again(change))
                        .filter(after -> after != decision.approach())
                        .map(after -> flip(change, after, step.open() ? 0.5 : 1, step))
                        .stream())
                .limit(1);
    }

    /**
     * A vendor taken off the list, or put on it; without a list, all but one. Beside another recommendation this can raise an
     * obstacle to every one, or clear it away.
     */
    private Optional<Flip> vendor(Interview.Step step, List<String> all, String vendor) {
        Optional<List<String>> listed =
                step.given().filter(Answer.Names.class::isInstance).map(a -> ((Answer.Names) a).names());
        List<String> changed = new ArrayList<>(listed.orElse(all));
        boolean without = changed.remove(vendor);
        if (!without) {
            changed.add(vendor);
        }
        Change.ToAnswer change = new Change.ToAnswer(step.key(), new Answer.Names(changed));
        Approach after = again(change);
        List<Rule> obstacles = obstacles(with(change).facts());
        String text = vendor(without ? "flip.without." : "flip.with.", vendor, after, obstacles);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(flip(change, after, !obstacles.isEmpty(), step.open() ? 0.5 : 1, text));
    }

    /** What comes of a vendor's being admitted or excluded; empty where nothing does. */
    private String vendor(String key, String vendor, Approach after, List<Rule> obstacles) {
        String now = after.label();
        if (obstacles.isEmpty() != barred && after == decision.approach()) {
            return "";
        }
        if (!obstacles.isEmpty() && !barred) {
            return TEXTS.get(key + "barred", vendor, obstacles.get(0).sentence());
        }
        return after == decision.approach()
                ? TEXTS.get(key + "cleared", vendor, now)
                : TEXTS.get(key + "other", vendor, now, decision.approach().label());
    }

    /** The rules that raise an obstacle, whatever is recommended. */
    private List<Rule> obstacles(Facts facts) {
        return decision.rules().rules().stream()
                .filter(Rule::bars)
                .filter(r -> r.when().test(facts.ofSystem()) == Truth.TRUE)
                .toList();
    }

    private Stream<Flip> number(Interview.Step step, Answering.Amount number) {
        if (step.given().orElse(Answer.DONT_KNOW) instanceof Answer.Amount amount) {
            return new FlippingAnswer(step.key(), amount.value(), number)
                    .nearest().map(n -> flip(n.change(), n.after(), n.distance(), step)).stream();
        }
        return first(
                step,
                DoubleStream.of(number.min(), number.max() / 2, number.max()).mapToObj(Answer::of));
    }

    private List<Search> numbers() {
        Plan plan = decision.plan();
        List<Search> searches = new ArrayList<>();
        for (ContextItem item : plan.items()) {
            if (item.scope() != Scope.REQUEST) {
                searches.add(search(
                        new ItemNumber(item.id(), ItemNumber.Kind.TOKENS), TEXTS.get("flip.tokens", item.name()), 1e7));
                searches.add(search(
                        new ItemNumber(item.id(), ItemNumber.Kind.CHANGES),
                        TEXTS.get("flip.changes", item.name()),
                        1e5));
            }
        }
        for (PlanField field : List.of(PlanField.REQUESTS_PER_MONTH, PlanField.TENANTS)) {
            searches.add(search(field, Names.of(field), 1e9));
        }
        return searches;
    }

    private Search search(PlanNumber number, String name, double max) {
        double from = number.get(decision.plan());
        double min = number == PlanField.TENANTS ? 1 : 0;
        return new Search(
                FlippingNumber.LOOKS,
                () -> new FlippingPlanNumber(number, from, min, max).nearest().map(n -> flip(n, name, from)).stream());
    }

    private Flip flip(FlippingNumber.Nearest nearest, String name, double from) {
        return flip(
                nearest.change(),
                nearest.after(),
                barred,
                nearest.distance(),
                TEXTS.get(
                        "flip.number",
                        name,
                        Numbers.count(from),
                        Numbers.count(((Change.ToNumber) nearest.change()).to()),
                        nearest.after().label(),
                        decision.approach().label()));
    }

    private Flip flip(Change change, Approach after, double distance, Interview.Step step) {
        String about = step.key().aboutSystem()
                ? ""
                : decision.item(step.key().item())
                        .map(a -> TEXTS.get("flip.about", a.item().name()))
                        .orElse("");
        String answer = change instanceof Change.ToAnswer to ? said(step.question(), to.to()) : "";
        String key = step.open() ? "flip.open" : "flip.answer";
        return flip(
                change,
                after,
                barred,
                distance,
                TEXTS.get(
                        key,
                        about + step.question().text(),
                        answer,
                        after.label(),
                        decision.approach().label(),
                        step.given().map(g -> said(step.question(), g)).orElse("")));
    }

    private Flip flip(Change change, Approach after, boolean bars, double distance, String text) {
        return new Flip(change, decision.approach(), after, bars, distance, text);
    }

    /** An answer as shown. */
    public static String said(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Word word -> question.choice(word.word());
            case Answer.Amount amount -> said(question.answering(), amount.value());
            case Answer.Names names -> String.join(", ", names.names());
            case Answer.DontKnow unknown -> TEXTS.get("answer.dontKnow");
        };
    }

    private static String said(Answering answering, double value) {
        return switch (answering instanceof Answering.Amount number ? number.unit() : Unit.COUNT) {
            case FRACTION -> Numbers.percent(value);
            case SECONDS -> Numbers.seconds(value);
            default -> Numbers.count(value);
        };
    }
}
