package app.steelyard.whatif.search;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.SearchSpan;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Something said of designs that a plan can hold against: {@code saving-share(prompt-caching) >= 90 %},
 * {@code tco(fine-tuning) < 50 % of tco(uncached)}, {@code cheapest = hybrid}.
 */
public sealed interface Claim {

    /** Whether it holds. */
    enum Verdict {
        HOLDS,
        /** Neither: two designs cost the same as far as it is shown, or are one and the same in this plan. */
        TIES,
        FAILS,
        /** A figure it is about is not known: a price is missing, or a design has no such figure. */
        UNKNOWN
    }

    /** How the two sides stand to each other. */
    enum Relation {
        AT_LEAST(">="),
        AT_MOST("<="),
        MORE(">"),
        LESS("<");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        boolean wantsMore() {
            return this == AT_LEAST || this == MORE;
        }
    }

    /**
     * What is known of it at one plan.
     *
     * @param margin by how much it holds, negative where it fails, in {@link Claim#unit()}; NaN where it is not known
     */
    record Finding(Verdict verdict, double margin) {
        static final Finding UNKNOWN = new Finding(Verdict.UNKNOWN, Double.NaN);
    }

    /** How far apart two sums of the plan's money are at least that are not shown as the same: of dollars half a cent. */
    static double apart(Plan plan) {
        return plan.currency().smallest() / 2;
    }

    /** Whether it holds of what {@code comparison} weighed. */
    Finding in(Comparison comparison);

    /** What its margin is counted in. */
    Unit unit();

    /** Where it {@linkplain Verdict#TIES ties}, between whom and why, as a sentence. */
    Optional<String> tie(Comparison comparison);

    /**
     * By how much it holds or fails, never negative; empty where that is not known or endless, and where a design is the
     * least dear and still not the cheapest, as it cannot do the job.
     */
    default OptionalDouble by(Finding finding) {
        boolean unable = this instanceof Wins && finding.verdict() == Verdict.FAILS && finding.margin() == 0;
        return Double.isFinite(finding.margin()) && !unable
                ? OptionalDouble.of(Math.abs(finding.margin()))
                : OptionalDouble.empty();
    }

    /** Whose figures it is about, each once. */
    List<Subject> subjects();

    /**
     * What to know beside the verdict, as sentences: whose figures stand although it cannot do the job, and, of a claim
     * about the cheapest, who was never compared.
     */
    default List<String> remarks(Comparison comparison) {
        List<String> remarks = new ArrayList<>();
        for (Subject subject : subjects()) {
            subject.in(comparison)
                    .filter(e -> !e.feasible())
                    .ifPresent(e -> remarks.add(
                            ClaimReader.TEXTS.get("claim.unable", subject.label(), String.join(" ", e.obstacles()))));
        }
        if (this instanceof Wins || subjects().contains(Subject.CHEAPEST)) {
            comparison.uncompared().ifPresent(u -> remarks.add(u + "."));
        }
        return List.copyOf(remarks);
    }

    /** As typed; {@link #parse} reads it again. */
    String text();

    /**
     * A figure against a value or against another figure.
     *
     * @param value what {@code left} is held against, or the factor by which {@code right} is multiplied
     * @param right the other figure, of the same unit; empty for a value
     */
    record Compares(Result left, Relation relation, double value, Optional<Result> right) implements Claim {
        @Override
        public Finding in(Comparison comparison) {
            double found = left.of(comparison);
            double bound = right.map(r -> value * r.of(comparison)).orElse(value);
            return judge(found, bound, apart(comparison.plan()));
        }

        /** @param apart sums of money that are nearer to each other are shown as the same */
        Finding judge(double found, double bound, double apart) {
            if (Double.isNaN(found) || Double.isNaN(bound)) {
                return Finding.UNKNOWN;
            }
            boolean holds = switch (relation) {
                case AT_LEAST -> found >= bound - noise(bound);
                case AT_MOST -> found <= bound + noise(bound);
                case MORE -> found > bound + noise(bound);
                case LESS -> found < bound - noise(bound);
            };
            return new Finding(
                    holds ? Verdict.HOLDS : tied(found, bound, apart) ? Verdict.TIES : Verdict.FAILS,
                    relation.wantsMore() ? found - bound : bound - found);
        }

        /** Of two sums of money one is neither more nor less where both are shown as the same. */
        private boolean tied(double found, double bound, double apart) {
            boolean strict = relation == Relation.MORE || relation == Relation.LESS;
            return strict && right.isPresent() && unit() == Unit.MONEY && Math.abs(found - bound) <= apart;
        }

        @Override
        public Optional<String> tie(Comparison comparison) {
            return in(comparison).verdict() == Verdict.TIES
                    ? right.map(r -> ClaimReader.TEXTS.get("claim.tie.results", left.label(), r.label()))
                    : Optional.empty();
        }

        /** The last digits of two sums do not decide. */
        private static double noise(double bound) {
            return Double.isInfinite(bound) ? 0 : 1e-12 * Math.abs(bound);
        }

        @Override
        public Unit unit() {
            return left.unit();
        }

        @Override
        public List<Subject> subjects() {
            return Stream.concat(Stream.of(left), right.stream())
                    .map(Result::subject)
                    .distinct()
                    .toList();
        }

        @Override
        public String text() {
            String bound = Typing.plain(value, right.isPresent() ? Unit.FRACTION : left.unit());
            String other = right.map(r -> value == 1 ? r.toString() : bound + " of " + r)
                    .orElse(bound);
            return left + " " + relation.sign() + " " + other;
        }
    }

    /** That a design is the cheapest that can do the job; its margin is money over the horizon. */
    record Wins(Subject design) implements Claim {
        @Override
        public Finding in(Comparison comparison) {
            Optional<Evaluation.Priced> own = design.in(comparison);
            if (own.isEmpty()) {
                return Finding.UNKNOWN;
            }
            double cost = own.get().ranked();
            double best = comparison
                    .cheapestBut(own.get().architecture())
                    .map(Evaluation.Priced::ranked)
                    .orElse(Double.POSITIVE_INFINITY);
            return judge(
                    cost,
                    own.get().feasible(),
                    best,
                    design.shared(own.get().architecture()),
                    apart(comparison.plan()));
        }

        /**
         * @param best the least that another design which can do the job costs; infinite where there is none
         * @param shared whether another design of the plan is the same one
         * @param apart sums of money that are nearer to each other are shown as the same
         */
        static Finding judge(double cost, boolean feasible, double best, boolean shared, double apart) {
            double margin = best - cost;
            boolean equal = Math.abs(margin) <= Math.max(apart, 1e-12 * Math.abs(cost));
            if (feasible && (equal || shared && margin > 0)) {
                return new Finding(Verdict.TIES, shared && !equal ? 0 : margin);
            }
            // One that cannot do the job wins by no margin, however cheap it is.
            return new Finding(
                    feasible && margin > 0 ? Verdict.HOLDS : Verdict.FAILS, feasible ? margin : Math.min(0, margin));
        }

        @Override
        public Optional<String> tie(Comparison comparison) {
            Optional<Evaluation.Priced> own = design.in(comparison);
            if (own.isEmpty() || in(comparison).verdict() != Verdict.TIES) {
                return Optional.empty();
            }
            Architecture architecture = own.get().architecture();
            if (design.shared(architecture)) {
                return Optional.of(ClaimReader.TEXTS.get("claim.tie.shared", design.label(), architecture.name()));
            }
            return comparison
                    .cheapestBut(architecture)
                    .map(e -> ClaimReader.TEXTS.get(
                            "claim.tie.equal", design.label(), e.architecture().name()));
        }

        @Override
        public Unit unit() {
            return Unit.MONEY;
        }

        @Override
        public List<Subject> subjects() {
            return List.of(design);
        }

        @Override
        public String text() {
            return "cheapest = " + design.key();
        }
    }

    /**
     * Reads a claim.
     *
     * @throws IllegalArgumentException if it is none, saying why
     */
    static Claim parse(String text, NumberReader numbers) {
        return ClaimReader.read(text, numbers);
    }

    /**
     * Where along a number it holds, all else as in the plan.
     *
     * @param base the plan's value; NaN where the plan leaves the number out
     * @param span where it was searched
     * @param stretches in order, over the whole span
     */
    record Along(PlanNumber number, double base, SearchSpan span, List<Stretch> stretches) {
        public Along {
            stretches = List.copyOf(stretches);
        }

        /** The stretches on which it holds. */
        public List<Stretch> holds() {
            return stretches.stream().filter(s -> s.verdict() == Verdict.HOLDS).toList();
        }

        /** Whether it makes no difference what the number is. */
        public boolean alike() {
            return stretches.size() == 1;
        }
    }

    /**
     * Values over which the verdict stays the same.
     *
     * @param to the last of them; of a number that is not whole the next stretch begins there
     */
    record Stretch(double from, double to, Verdict verdict) {}

    /**
     * A claim held against a plan.
     *
     * @param finding at the plan's own numbers
     * @param tie why it ties there; empty where it does not
     * @param remarks what to know beside that, as sentences
     * @param along each number with a range, then the main ones without
     */
    record Check(Claim claim, Finding finding, Optional<String> tie, List<String> remarks, List<Along> along) {
        public Check {
            remarks = List.copyOf(remarks);
            along = List.copyOf(along);
        }
    }

    /** Holds it against {@code plan}, and looks where along each number it holds. */
    default Check check(Plan plan, PriceBook book) {
        return check(plan, book, Switching.numbers(plan), () -> false);
    }

    /**
     * Holds it against {@code plan}, and looks where along each of {@code numbers} it holds.
     *
     * @throws java.util.concurrent.CancellationException once {@code cancelled} says so
     */
    default Check check(Plan plan, PriceBook book, List<PlanNumber> numbers, BooleanSupplier cancelled) {
        return checks(List.of(this), plan, book, numbers, cancelled).getFirst();
    }

    /** {@link #check} of each of several claims, in less time than one by one. */
    static List<Check> checks(
            List<Claim> claims, Plan plan, PriceBook book, List<PlanNumber> numbers, BooleanSupplier cancelled) {
        ClaimSearch search = new ClaimSearch(claims, plan, book, cancelled);
        Map<PlanNumber, List<Along>> along = new ConcurrentHashMap<>();
        Work.share(
                numbers.size(),
                Runtime.getRuntime().availableProcessors(),
                cancelled,
                () -> i -> along.put(numbers.get(i), search.along(numbers.get(i))));
        Comparison comparison = Comparison.of(plan, book);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            int index = i;
            checks.add(new Check(
                    claim,
                    claim.in(comparison),
                    claim.tie(comparison),
                    claim.remarks(comparison),
                    numbers.stream()
                            .map(n -> Objects.requireNonNull(along.get(n)).get(index))
                            .toList()));
        }
        return checks;
    }
}
