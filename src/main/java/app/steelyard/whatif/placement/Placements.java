package app.steelyard.whatif.placement;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Blocks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Every sensible placement of every item, weighed. What is new with every request stays in the prompt, what belongs to one
 * tenant or user and what holds personal data stays out of the weights, and only information is retrieved. Where there are
 * too many to try all, it improves the named designs an item or two at a time and says that a better one may exist.
 */
public final class Placements {
    private static final Texts TEXTS = Texts.of(Placements.class);
    /** Up to here all are tried. */
    private static final int MOST = 20_000;

    /** More than anything costs. */
    private static final double FAR = 1e30;

    private static final int BLOCK = 32;
    private static final int MOST_REASONS = 8;
    private static final int MOST_ROUNDS = 400;
    /** Beyond so many items pairs are too many to try at every step. */
    private static final int PAIRED_ITEMS = 14;

    /** As it is today. */
    private final Plan stated;
    /** The same without a share in one region, where all is to be served in one. */
    private final Plan plan;
    /** With the prices of the place where requests are served. */
    private final PriceBook book;
    /** What the plan pays today. */
    private final PriceBook own;

    private final Constraints constraints;
    private final int threads;
    private final BooleanSupplier cancelled;
    private final Progress progress;
    private final AtomicInteger weighed = new AtomicInteger();
    private final int most;
    private final Sensible sensible;
    private final CandidateModels models;
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    /** How many there are to weigh where all are; NaN where it improves some. */
    private double total = Double.NaN;
    /** What is done of improving, in [0, 1]. */
    private volatile double improved;

    /** Told how far a search is, from any of its threads. */
    public interface Progress {
        /**
         * @param tried how many placements were weighed so far
         * @param share of the work that is done, in [0, 1]
         */
        void at(int tried, double share);
    }

    private Placements(
            Plan plan,
            PriceBook book,
            Constraints constraints,
            int most,
            int threads,
            BooleanSupplier cancelled,
            Progress progress) {
        this.most = most;
        this.progress = progress;
        this.stated = plan;
        boolean anywhere = constraints.models().place().isEmpty();
        this.plan = anywhere ? plan : PlanField.SERVED_REGIONAL.with(plan, Double.NaN);
        this.constraints = constraints;
        this.threads = threads;
        this.cancelled = cancelled;
        this.sensible = Sensible.of(plan.items(), constraints.personal());
        this.models = CandidateModels.of(plan, book, constraints.models());
        this.book = models.book();
        this.own = book;
    }

    /** On all processors. */
    public static PlacementSearch of(Plan plan, PriceBook book, Constraints constraints) {
        return of(plan, book, constraints, Runtime.getRuntime().availableProcessors(), () -> false);
    }

    /**
     * Searches; the result is the same on any number of threads.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    public static PlacementSearch of(
            Plan plan, PriceBook book, Constraints constraints, int threads, BooleanSupplier cancelled) {
        return of(plan, book, constraints, threads, cancelled, (tried, share) -> {});
    }

    /** As {@link #of(Plan, PriceBook, Constraints, int, BooleanSupplier)}, telling how far it is. */
    public static PlacementSearch of(
            Plan plan,
            PriceBook book,
            Constraints constraints,
            int threads,
            BooleanSupplier cancelled,
            Progress progress) {
        return new Placements(plan, book, constraints, MOST, threads, cancelled, progress).search();
    }

    /** @param most up to how many placements all are tried */
    static PlacementSearch of(
            Plan plan, PriceBook book, Constraints constraints, int most, int threads, BooleanSupplier cancelled) {
        return new Placements(plan, book, constraints, most, threads, cancelled, (tried, share) -> {}).search();
    }

    /** Designs on a model of their own, which a comparison holds against those of the plan's, too. */
    private List<Candidate> rivals() {
        List<Candidate> rivals = new ArrayList<>();
        for (Architecture rival : Architecture.of(plan, book)) {
            PriceRef model = rival.own();
            if (model != null && models.may(model)) {
                candidate(model, Trial.of(plan, rival, book).evaluate(plan)).ifPresent(rivals::add);
            }
        }
        return rivals;
    }

    private PlacementSearch search() {
        List<PriceRef> searched = models.models();
        double count = searched.size() * sensible.count();
        boolean all = count <= most;
        total = all ? count : Double.NaN;
        List<Candidate> candidates = new ArrayList<>();
        List<String> left = new ArrayList<>();
        int tried = 0;
        for (int m = 0; m < searched.size(); m++) {
            Tally tally = new Tally(searched.get(m));
            if (all) {
                tally.weigh(sensible.all());
            } else {
                improve(tally, m / (double) searched.size(), 1.0 / searched.size());
            }
            List<Candidate> able = tally.feasible();
            if (able.isEmpty() && !searched.get(m).equals(plan.inference().model())) {
                left.add(searched.get(m).toString());
            }
            candidates.addAll(able);
            tried += tally.results.size();
        }
        List<Candidate> rivals = rivals();
        List<Candidate> unlike =
                rivals.stream().filter(r -> !models.has(r.model())).toList();
        candidates.addAll(unlike);
        tried += unlike.size();
        Comparator<Candidate> byCost =
                Comparator.comparingDouble(Candidate::ranked).thenComparingDouble(Candidate::seconds);
        Optional<Candidate> cheapest =
                candidates.stream().filter(Candidate::within).min(byCost);
        Optional<Candidate> named = Stream.concat(named(candidates), rivals.stream())
                .filter(Candidate::within)
                .min(byCost);
        candidates.sort(byCost);
        return new PlacementSearch(
                cheapest,
                named,
                cheapest.flatMap(this::split),
                frontier(candidates),
                searched,
                models.reasons(),
                tried,
                all,
                uncompared(left),
                cheapest.isPresent() ? List.of() : reasons(candidates));
    }

    /** Today's design is held at what the plan pays, and on another model at the prices of where that is served. */
    private Optional<PlacementSearch.Split> split(Candidate candidate) {
        PriceRef answers = candidate.answers();
        Architecture today = Architecture.designs(plan).get(0);
        boolean same = answers.equals(today.model(plan));
        return Trial.of(stated, today, own).evaluate(stated) instanceof Evaluation.Priced now && now.feasible()
                ? Comparison.todayOn(answers, same ? stated : plan, same ? own : book)
                        .map(on -> new PlacementSearch.Split(
                                now.measures().tco() - candidate.cost(),
                                now.measures().tco() - on.total()))
                : Optional.empty();
    }

    private Optional<String> uncompared(List<String> unweighed) {
        List<String> sentences = new ArrayList<>();
        Batch.of(plan, book).uncompared().ifPresent(sentences::add);
        if (!unweighed.isEmpty()) {
            sentences.add(TEXTS.get("placements.left", Several.joined(unweighed)));
        }
        sentences.addAll(models.sentences());
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", sentences));
    }

    private Stream<Candidate> named(List<Candidate> candidates) {
        Set<List<Placement>> named = new LinkedHashSet<>();
        for (Design design : Design.values()) {
            if (design != Design.AS_PLACED && design != Design.AS_IS) {
                named.add(design.placementsOf(plan.items()));
            }
        }
        return candidates.stream()
                .filter(c -> c.model().equals(plan.inference().model()) && named.contains(c.placements()));
    }

    /** @param sorted by rank */
    private static List<Candidate> frontier(List<Candidate> sorted) {
        List<Candidate> frontier = new ArrayList<>();
        double fastest = Double.POSITIVE_INFINITY;
        for (Candidate candidate : sorted) {
            if (candidate.seconds() < fastest) {
                frontier.add(candidate);
                fastest = candidate.seconds();
            }
        }
        return frontier;
    }

    private List<String> reasons(List<Candidate> slow) {
        List<String> sentences = new ArrayList<>();
        slow.stream()
                .min(Comparator.comparingDouble(Candidate::seconds))
                .ifPresent(c -> sentences.add(TEXTS.get(
                        "placements.slow",
                        Numbers.seconds(c.seconds()),
                        Numbers.seconds(constraints.firstTokenSeconds()))));
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_REASONS)
                .forEach(e -> sentences.add(e.getKey()));
        return sentences;
    }

    private Optional<Candidate> candidate(PriceRef model, Evaluation evaluation) {
        switch (evaluation) {
            case Evaluation.Unpriced unpriced -> unpriced.reasons().forEach(r -> reasons.merge(r, 1, Integer::sum));
            case Evaluation.Priced priced -> {
                double success = Adaptation.success(priced.architecture(), plan);
                if (constraints.models().success() > 0
                        && !(success >= constraints.models().success())) {
                    reasons.merge(tooSeldom(priced.architecture(), success), 1, Integer::sum);
                    return Optional.empty();
                }
                if (priced.feasible()) {
                    boolean within = priced.firstToken().expected() <= constraints.firstTokenSeconds();
                    PriceRef answers = priced.architecture().model(plan);
                    return Optional.of(new Candidate(model, answers == null ? model : answers, priced, within));
                }
                priced.notices().stream()
                        .filter(n -> n.severity() == Notice.Severity.OBSTACLE)
                        .forEach(n -> reasons.merge(n.text(), 1, Integer::sum));
            }
        }
        return Optional.empty();
    }

    private String tooSeldom(Architecture architecture, double success) {
        return Double.isNaN(success)
                ? TEXTS.get("placements.successUnknown", Adaptation.unstated(architecture, plan))
                : TEXTS.get("placements.tooSeldom", Numbers.percent(success));
    }

    /** What is known of the placements at one model, in the order tried, so that of equals the first is taken. */
    private final class Tally {
        private final PriceRef model;
        private final Map<List<Placement>, Optional<Candidate>> results = new LinkedHashMap<>();

        Tally(PriceRef model) {
            this.model = model;
        }

        void weigh(List<List<Placement>> wanted) {
            List<List<Placement>> fresh = wanted.stream()
                    .filter(p -> !results.containsKey(p))
                    .distinct()
                    .toList();
            Evaluation[] evaluations = new Evaluation[fresh.size()];
            Blocks.run(fresh.size(), BLOCK, threads, cancelled, () -> (from, to) -> {
                for (int i = from; i < to; i++) {
                    evaluations[i] = Trial.best(plan, model, fresh.get(i), book).evaluate(plan);
                }
                int tried = weighed.addAndGet(to - from);
                progress.at(tried, Double.isNaN(total) ? improved : tried / total);
            });
            for (int i = 0; i < evaluations.length; i++) {
                results.put(fresh.get(i), candidate(model, evaluations[i]));
            }
        }

        List<Candidate> feasible() {
            return results.values().stream().flatMap(Optional::stream).toList();
        }

        Optional<Candidate> best(ToDoubleFunction<Candidate> worth) {
            return feasible().stream().min(Comparator.comparingDouble(worth));
        }
    }

    /**
     * From every named design, and from the best found so far, to whatever is better by a move of an item or two.
     *
     * @param from what was done before, of all work
     * @param part what this is of it
     */
    private void improve(Tally tally, double from, double part) {
        improved = from;
        tally.weigh(Stream.of(Design.values())
                .map(d -> sensible.nearest(d.placementsOf(plan.items())))
                .toList());
        ToDoubleFunction<Candidate> cheap = c -> (c.within() ? 0 : FAR) + c.ranked();
        List<List<Placement>> starts = List.copyOf(tally.results.keySet());
        List<Runnable> stages = new ArrayList<>();
        starts.forEach(s -> stages.add(() -> climb(tally, s, cheap, false)));
        stages.add(() -> fromBest(tally, cheap, sensible.items() <= PAIRED_ITEMS));
        // The other end of the frontier, and two aims between the ends.
        stages.add(() -> fromBest(tally, Candidate::seconds, false));
        stages.add(() -> fromBest(tally, c -> Math.log(c.ranked()) + Math.log(c.seconds()), false));
        stages.add(() -> fromBest(tally, c -> Math.log(c.ranked()) + 3 * Math.log(c.seconds()), false));
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).run();
            improved = from + part * (i + 1) / stages.size();
        }
    }

    private void fromBest(Tally tally, ToDoubleFunction<Candidate> aim, boolean pairs) {
        tally.best(aim).ifPresent(c -> climb(tally, c.placements(), aim, pairs));
    }

    private void climb(Tally tally, List<Placement> start, ToDoubleFunction<Candidate> aim, boolean pairs) {
        List<Placement> at = start;
        double worth = worth(tally, at, aim);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<List<Placement>> near = sensible.near(at, pairs);
            tally.weigh(near);
            List<Placement> best = near.stream()
                    .min(Comparator.comparingDouble(p -> worth(tally, p, aim)))
                    .orElse(at);
            double found = worth(tally, best, aim);
            if (!(found < worth)) {
                return;
            }
            at = best;
            worth = found;
        }
    }

    private static double worth(Tally tally, List<Placement> placements, ToDoubleFunction<Candidate> aim) {
        return tally.results
                .getOrDefault(placements, Optional.empty())
                .map(aim::applyAsDouble)
                .orElse(Double.POSITIVE_INFINITY);
    }
}
