package app.steelyard.whatif.story;

import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Basis;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Information;
import app.steelyard.whatif.trials.Simulation;
import app.steelyard.whatif.trials.TrialShare;
import app.steelyard.whatif.trials.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@link Outlook} means for its plan, in sentences for people who never saw such charts. */
public final class Findings extends OutlookWords {
    private static final Texts TEXTS = Texts.of(Findings.class);
    /** A derived hit rate this near to where the answer changes is in doubt: as wide as the guide's bands of targets. */
    private static final double IN_DOUBT = 0.15;
    /** A design that costs least in fewer of the trials is no answer yet. */
    private static final double OFTEN = 0.5;
    /** A share of what is saved that no budget asks about. */
    private static final double FEW = 0.05;

    private static final int MOST_RATES = 2;

    /** A share of the cost that nobody would measure anything for. */
    private static final double TRIFLE = 1e-4;

    private final Basis basis;

    public Findings(Outlook outlook) {
        super(outlook);
        this.basis = Basis.of(plan);
    }

    /** What moves the result, in sentences. */
    public Movers movers() {
        return new Movers(outlook);
    }

    /**
     * How sure it is which design is cheapest.
     *
     * @param share of the trials in which it is
     */
    public record Confidence(Architecture architecture, TrialShare share) {
        /** In [0, 1]. */
        public double probability() {
            return share.value();
        }

        /** As shown: {@code 61 %}. */
        public String percent() {
            return share.brief();
        }

        /** As shown below the probability. */
        public String words() {
            return TEXTS.get("finding.confidence", architecture.name());
        }
    }

    /** Empty where nothing can do the job in any trial. */
    public Optional<Confidence> confidence() {
        return confidence(outlook.simulation());
    }

    /** The same, of the trials alone. */
    public static Optional<Confidence> confidence(Simulation simulation) {
        return simulation.ranking().stream()
                .findFirst()
                .filter(o -> o.cheapest().value() > 0)
                .map(o -> new Confidence(o.architecture(), o.cheapest()));
    }

    /** What to measure first, as a headline: the hit rate where it is derived and in doubt, then what the trials say. */
    public String headline() {
        String headline = ofMeasuring();
        // Where nothing has a price, that says of which designs.
        return unpriced()
                ? headline
                : outlook.simulation()
                        .batch()
                        .uncompared()
                        .map(u -> headline + ". " + u)
                        .orElse(headline);
    }

    /** The same without what a price is missing of, where that stands elsewhere. */
    public String ofMeasuring() {
        return hitRateInDoubt().orElseGet(this::ofWhatIsVaried);
    }

    /** What the trials say of the numbers with ranges, where the headline is about the hit rate, which is not named twice. */
    public Optional<String> afterHitRate() {
        return hitRateInDoubt()
                .map(h -> first().filter(w -> w.assumption().number() == PlanField.MODEL_HIT_RATE)
                        .filter(w -> rival(w).isEmpty())
                        .map(w -> TEXTS.get("finding.headline.hitRate.worth", money(w.value()), months()))
                        .orElseGet(() -> TEXTS.get("finding.headline.ranged", worthFirst())));
    }

    /** What is worth measuring; where a success rate has no range, the trials cannot speak of that. */
    private String ofWhatIsVaried() {
        // That nothing is worth measuring already says of what.
        return varied().rates().isEmpty() || surely()
                ? worthFirst()
                : TEXTS.get("finding.headline.ranged", worthFirst());
    }

    /** That measuring the hit rate comes first: it is derived, and not far from there another design is the cheapest. */
    private Optional<String> hitRateInDoubt() {
        return outlook.hitRate()
                .flatMap(h -> Stream.of(h.below(), h.above())
                        .flatMap(Optional::stream)
                        .filter(p -> Math.abs(p.value() - h.base()) <= IN_DOUBT)
                        .min(Comparator.comparingDouble(p -> Math.abs(p.value() - h.base())))
                        .map(p -> TEXTS.get(
                                "finding.headline.hitRate",
                                show(h.number(), h.base()),
                                TEXTS.get(
                                        p.value() < h.base() ? "finding.switch.below" : "finding.switch.above",
                                        SwitchingLines.bound(plan, h, p),
                                        SwitchingLines.beyond(p)))));
    }

    /** Whether no design has a price. */
    private boolean unpriced() {
        return outlook.simulation().batch().architectures().isEmpty();
    }

    /** Whether nothing that was varied is worth knowing. */
    private boolean surely() {
        return confidence().isPresent() && first().isEmpty() && !together();
    }

    private String worthFirst() {
        Optional<Confidence> confidence = confidence();
        if (confidence.isEmpty()) {
            return TEXTS.get(unpriced() ? "finding.headline.unpriced" : "finding.headline.none");
        }
        Optional<Worth> first = first();
        Optional<Worth> rival = first.flatMap(this::rival);
        if (first.isPresent() && rival.isPresent()) {
            return TEXTS.get(
                    basis.key("finding.headline.either"),
                    name(first.get().assumption().number()),
                    name(rival.get().assumption().number()),
                    money(first.get().value()),
                    months());
        }
        if (first.isPresent()) {
            return TEXTS.get(
                    basis.key("finding.headline.measure"),
                    name(first.get().assumption().number()),
                    money(first.get().value()),
                    months());
        }
        return together()
                ? TEXTS.get(
                        basis.key("finding.headline.together"),
                        money(outlook.information().total()),
                        months())
                : forTheAmount(sure(confidence.get()));
    }

    /** That the choice needs no measuring; where another design wins some of the trials, by how many. */
    private String sure(Confidence most) {
        String key = most.probability() >= 1 ? "finding.headline.sure" : "finding.headline.mostly";
        return TEXTS.get(
                basis.key(varied().heldFixed().isPresent() ? key + ".held" : key),
                most.architecture().name(),
                most.percent());
    }

    /** Who knows the choice may not know yet how much it saves. */
    private String forTheAmount(String choice) {
        double saved = outlook.saved().map(s -> Math.abs(s.p50())).orElse(0.0);
        return outlook.bars().stream()
                .findFirst()
                .filter(b -> b.width() > FEW * saved)
                .map(b -> TEXTS.get(
                        "finding.headline.amount", choice, name(b.assumption().number())))
                .orElse(choice);
    }

    /**
     * How to measure what comes first, as the headline names it: the hit rate where it is in doubt, then the number most worth
     * knowing; where there is none, that of the rates without a range which turns the answer soonest. Empty where nothing is.
     *
     * @param turns from which values on the answer is another one
     */
    public Optional<String> how(List<SwitchingValue> turns) {
        return hitRateInDoubt()
                .<PlanNumber>map(h -> PlanField.MEASURED_HIT_RATE)
                .or(() -> first().map(w -> w.assumption().number()))
                .or(() -> varied().turning(turns).stream().findFirst())
                .map(n -> Measuring.how(plan, n));
    }

    /** Whether the headline names a number that is worth measuring for the choice. */
    public boolean namesOne() {
        return hitRateInDoubt().isPresent() || first().isPresent();
    }

    /** That these are to be measured, or given a range, first or also; empty where each has a range. */
    public Optional<String> ofUnsure(List<SwitchingValue> turns) {
        List<String> names = unsure(turns);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.get(
                        namesOne() ? "finding.rates.too" : "finding.rates", Several.joined(names, MOST_RATES)));
    }

    /**
     * The rates of which nobody has said how far they may be off, by name; the one that turns the answer soonest first. One
     * that never does decides nothing.
     */
    public List<String> unsure(List<SwitchingValue> turns) {
        return varied().turning(turns).stream().map(this::name).toList();
    }

    /** What the trials varied, and what they held fixed. */
    public Varied varied() {
        return Varied.of(plan);
    }

    /**
     * What to know before anything is decided: the number most worth measuring, where a median saving of {@code chosen} is
     * no more than it is worth to know that, or another design costs least in most trials. Empty where deciding need not wait.
     *
     * @param stay whether today's design can do the job: where it cannot, there is no saving to weigh against waiting
     */
    public Optional<String> before(Architecture chosen, boolean stay) {
        return first().filter(w -> stay
                                && outlook.saved()
                                        .filter(s -> s.p50() <= w.value())
                                        .isPresent()
                        || chance(chosen) < OFTEN)
                .map(w -> name(w.assumption().number()));
    }

    /** The share of the trials in which {@code design} costs least. */
    private double chance(Architecture design) {
        return spread(design).map(o -> o.cheapest().value()).orElse(0.0);
    }

    /** What the trials say of {@code design}; empty where it has no price. */
    public Optional<DesignSpread> spread(Architecture design) {
        return outlook.ranking().stream()
                .filter(o -> o.architecture().equals(design))
                .findFirst();
    }

    /** What the number most worth measuring is worth at most, which a trial may cost; empty where none is. */
    public Optional<String> worthOfFirst() {
        return first().map(w -> money(w.value()));
    }

    /** Whether it is worth something to know all numbers at once: more than chance, and more than a trifle beside the cost. */
    private boolean together() {
        Information information = outlook.information();
        double cost =
                outlook.ranking().stream().findFirst().map(DesignSpread::mean).orElse(0.0);
        return information.total() > Math.max(2 * information.totalStandardError(), TRIFLE * cost);
    }

    /** The number most worth measuring, if one is. */
    private Optional<Worth> first() {
        return outlook.information().worths().stream().findFirst().filter(w -> !w.negligible());
    }

    /** The next number, where chance alone may have put it second. */
    private Optional<Worth> rival(Worth first) {
        return outlook.information().worths().stream()
                .skip(1)
                .findFirst()
                .filter(w -> !w.negligible())
                .filter(w -> first.value() - w.value() < 2 * Math.hypot(first.standardError(), w.standardError()));
    }

    /** Who is cheapest with which probability. */
    public String likely() {
        List<DesignSpread> ranking = outlook.ranking();
        if (confidence().isEmpty()) {
            return TEXTS.get(unpriced() ? "finding.likely.unpriced" : "finding.likely.none", trials());
        }
        DesignSpread best = ranking.get(0);
        String others = ranking.stream()
                .skip(1)
                .filter(o -> o.cheapest().value() > 0)
                .map(o -> TEXTS.get(
                        "finding.likely.other",
                        name(o.architecture()),
                        o.cheapest().words()))
                .collect(Collectors.joining(", "));
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get(
                basis.key(others.isEmpty() ? "finding.likely.always" : "finding.likely"),
                name(best.architecture()),
                best.cheapest().words(),
                trials(),
                others));
        if (outlook.simulation().noneFeasible().value() > 0) {
            sentences.add(TEXTS.get(
                    "finding.likely.infeasible",
                    outlook.simulation().noneFeasible().words()));
        }
        new TwoWinners(outlook).sentence().ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** What is odd about the ranges: numbers that the plan puts outside of their own. */
    public List<String> notices() {
        return outlook.simulation().assumptions().stream()
                .filter(a -> a.base() < a.range().low() || a.base() > a.range().high())
                .map(a -> TEXTS.get(
                        "finding.outside",
                        name(a.number()),
                        show(a.number(), a.base()),
                        show(a.number(), a.range().low()),
                        show(a.number(), a.range().high())))
                .toList();
    }

    /** What to set aside for the likeliest design, and how exact its figures are. */
    public String contingency() {
        return outlook.ranking().stream()
                .findFirst()
                .map(o -> TEXTS.get(
                        "finding.contingency",
                        name(o.architecture()),
                        money(o.p50()),
                        money(o.contingency()),
                        money(o.p80()),
                        money(o.p50StandardError()),
                        o.cheapest().error()))
                .orElse("");
    }

    /** How the saving is spread, and how likely it is a loss. */
    public String saves() {
        return outlook.saved()
                .map(s -> todayUnfit()
                        + TEXTS.get(
                                s.p50() < 0
                                        ? "finding.saves.dearer"
                                        : s.loss().value() > 0 ? "finding.saves.loss" : "finding.saves",
                                about(),
                                money(Math.abs(s.p50())),
                                money(s.p10()),
                                money(s.p90()),
                                s.loss().words()))
                .orElseGet(this::noSubject);
    }

    /** That the saving is against a design that cannot do the job, or not always; empty where it always can. */
    private String todayUnfit() {
        int today = outlook.simulation().today();
        double fit = today < 0 ? 1 : outlook.simulation().options().get(today).feasible();
        return fit == 1
                ? ""
                : TEXTS.get(
                                fit == 0 ? "finding.saves.unfit" : "finding.saves.sometimesUnfit",
                                share(fit).words())
                        + " ";
    }

    /** What is worth measuring, and what all of it together would be worth. */
    public String worth() {
        Information information = outlook.information();
        Optional<Worth> first = first();
        if (first.isEmpty()) {
            return TEXTS.get(
                    together() ? "finding.worth.together" : "finding.worth.nothing", money(information.total()));
        }
        return TEXTS.get(
                "finding.worth",
                name(first.get().assumption().number()),
                money(first.get().value()),
                money(information.total()),
                money(information.totalStandardError()));
    }
}
