package app.steelyard.whatif.story;

import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Amount;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.search.SwitchingValue;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Information;
import app.steelyard.whatif.trials.Lead;
import app.steelyard.whatif.trials.RankBar;
import app.steelyard.whatif.trials.TrialShare;
import app.steelyard.whatif.trials.Worth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@link Outlook} means for its plan, in sentences for people who never saw such charts. */
public final class Findings {
    private static final Texts TEXTS = Texts.of(Findings.class);
    /** A correlation weaker than this is not worth a word. */
    private static final double WEAK = 0.05;
    /** A derived hit rate this near to where the answer changes is in doubt: as wide as the guide's bands of targets. */
    private static final double IN_DOUBT = 0.15;
    /** A range is skewed where its middle case lies this share of it away from the plan's number. */
    private static final double SKEWED = 0.05;

    private static final int MOST_PAIRS = 3;

    private final Outlook outlook;
    private final Plan plan;
    private final String currency;

    public Findings(Outlook outlook) {
        this.outlook = outlook;
        this.plan = outlook.plan();
        this.currency = plan.finance().currency();
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
            return TEXTS.get("finding.confidence", Names.of(architecture.design()));
        }
    }

    /** Empty where nothing can do the job in any trial. */
    public Optional<Confidence> confidence() {
        return outlook.ranking().stream()
                .findFirst()
                .filter(o -> o.probabilityCheapest() > 0)
                .map(o -> new Confidence(o.architecture(), share(o.probabilityCheapest())));
    }

    /** What to measure first, as a headline: the hit rate where it is derived and in doubt, then what the trials say. */
    public String headline() {
        String headline = hitRateInDoubt().orElseGet(this::worthFirst);
        return outlook.simulation()
                .batch()
                .uncompared()
                .map(u -> headline + ". " + u)
                .orElse(headline);
    }

    /** What the trials say of the numbers with ranges, where the headline is about the hit rate, which has none. */
    public Optional<String> afterHitRate() {
        return hitRateInDoubt().map(h -> TEXTS.get("finding.headline.ranged", worthFirst()));
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
                                        bound(plan, h, p),
                                        beyond(p)))));
    }

    private String worthFirst() {
        Optional<Confidence> confidence = confidence();
        if (confidence.isEmpty()) {
            return TEXTS.get("finding.headline.none");
        }
        Optional<Worth> first = first();
        Optional<Worth> rival = first.flatMap(this::rival);
        if (first.isPresent() && rival.isPresent()) {
            return TEXTS.get(
                    "finding.headline.either",
                    name(first.get().assumption().number()),
                    name(rival.get().assumption().number()),
                    money(first.get().value()),
                    months());
        }
        if (first.isPresent()) {
            return TEXTS.get(
                    "finding.headline.measure",
                    name(first.get().assumption().number()),
                    money(first.get().value()),
                    months());
        }
        String design = Names.of(confidence.get().architecture().design());
        return outlook.information().total() > 2 * outlook.information().totalStandardError()
                ? TEXTS.get(
                        "finding.headline.together", money(outlook.information().total()), months())
                : TEXTS.get("finding.headline.sure", design);
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
            return TEXTS.get("finding.likely.none", trials());
        }
        DesignSpread best = ranking.get(0);
        String others = ranking.stream()
                .skip(1)
                .filter(o -> o.probabilityCheapest() > 0)
                .map(o -> TEXTS.get(
                        "finding.likely.other",
                        name(o.architecture()),
                        share(o.probabilityCheapest()).words()))
                .collect(Collectors.joining(", "));
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get(
                others.isEmpty() ? "finding.likely.always" : "finding.likely",
                name(best.architecture()),
                share(best.probabilityCheapest()).words(),
                trials(),
                others));
        if (outlook.simulation().noneFeasible() > 0) {
            sentences.add(TEXTS.get(
                    "finding.likely.infeasible",
                    share(outlook.simulation().noneFeasible()).words()));
        }
        twoWinners().ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    /** That the plan's own numbers and the trials name two designs, and why. */
    private Optional<String> twoWinners() {
        int reference = outlook.simulation().reference();
        if (reference < 0) {
            return Optional.empty();
        }
        DesignSpread own = outlook.simulation().options().get(reference);
        DesignSpread often = outlook.ranking().get(0);
        DesignSpread least = outlook.ranking().stream()
                .filter(o -> o.feasible() == 1)
                .min(Comparator.comparingDouble(DesignSpread::mean))
                .orElse(own);
        boolean mean = !least.equals(own) && own.feasible() == 1 && least.mean() < own.mean();
        if (often.equals(own) && !mean) {
            return Optional.empty();
        }
        String key = often.equals(own) ? "finding.two.mean" : mean ? "finding.two.both" : "finding.two.often";
        return Optional.of(TEXTS.get(
                        key,
                        name(own.architecture()),
                        name((often.equals(own) ? least : often).architecture()),
                        name(least.architecture()))
                + " "
                + skewed().orElseGet(() -> TEXTS.get("finding.two.together")));
    }

    /** The number that moves the lead most among those whose middle case is not the plan's. */
    private Optional<String> skewed() {
        return outlook.lead().stream()
                .flatMap(l -> l.bars().stream())
                .map(Bar::assumption)
                .flatMap(a -> {
                    double middle = a.rounded(a.spread().transform().at(0.5));
                    return Math.abs(middle - a.base()) > SKEWED * (a.high() - a.low())
                            ? Stream.of(TEXTS.get(
                                    middle > a.base() ? "finding.two.above" : "finding.two.below",
                                    name(a.number()),
                                    show(a.number(), a.base()),
                                    show(a.number(), middle)))
                            : Stream.empty();
                })
                .findFirst();
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
                        share(o.probabilityCheapest()).error()))
                .orElse("");
    }

    /** What moves the saving most, one number at a time. */
    public String moves() {
        List<Bar> bars = outlook.bars();
        if (bars.isEmpty()) {
            return noSubject();
        }
        Bar widest = bars.get(0);
        PlanNumber number = widest.assumption().number();
        if (widest.width() == 0) {
            return TEXTS.get("finding.moves.nothing", about());
        }
        return TEXTS.get(
                "finding.moves",
                name(number),
                about(),
                money(widest.atLow()),
                show(number, widest.lowValue()),
                money(widest.atHigh()),
                show(number, widest.highValue()));
    }

    /** By how much the cheapest design leads the next best, what moves that most, and what turns it round. */
    public String leads() {
        Optional<Lead> found = outlook.lead();
        if (found.isEmpty() || found.get().bars().isEmpty()) {
            return TEXTS.get("finding.lead.alone");
        }
        Lead lead = found.get();
        Bar widest = lead.bars().get(0);
        PlanNumber number = widest.assumption().number();
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get("finding.lead", name(lead.leader()), money(lead.atBase()), name(lead.next())));
        if (widest.width() == 0) {
            sentences.add(TEXTS.get("finding.lead.nothing"));
        } else if (Double.isFinite(widest.width())) {
            sentences.add(TEXTS.get(
                    "finding.lead.moves",
                    name(number),
                    money(widest.atLow()),
                    show(number, widest.lowValue()),
                    money(widest.atHigh()),
                    show(number, widest.highValue())));
        }
        sentences.add(lead.bars().stream()
                .map(this::change)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(TEXTS.get("finding.moves.never")));
        return String.join(" ", sentences);
    }

    /** At which end of a range another design is the cheapest. */
    private Optional<String> change(Bar bar) {
        int own = outlook.simulation().reference();
        boolean low = bar.cheapestAtLow() != own;
        int other = low ? bar.cheapestAtLow() : bar.cheapestAtHigh();
        if (other == own) {
            return Optional.empty();
        }
        PlanNumber number = bar.assumption().number();
        String at = show(number, low ? bar.lowValue() : bar.highValue());
        return Optional.of(
                other < 0
                        ? TEXTS.get("finding.moves.infeasible", name(number), at)
                        : TEXTS.get("finding.moves.change", name(number), at, name(other)));
    }

    /** What goes with the saving most closely, by rank. */
    public String ranked() {
        if (outlook.ranks().isEmpty()) {
            return noSubject();
        }
        RankBar first = outlook.ranks().get(0);
        if (!(Math.abs(first.coefficient()) >= WEAK)) {
            return TEXTS.get("finding.moves.nothing", about());
        }
        String sentence = TEXTS.get(
                first.coefficient() > 0 ? "finding.rank.more" : "finding.rank.less",
                name(first.assumption().number()),
                about(),
                Numbers.count(first.coefficient()));
        return together().map(t -> sentence + " " + t).orElse(sentence);
    }

    /** That a bar by rank also carries the effect of the numbers which move with its own. */
    public Optional<String> together() {
        List<Correlation> pairs = plan.whatIf().correlations();
        List<String> named = pairs.stream()
                .map(c -> TEXTS.get("finding.rank.pair", called(c.first()), called(c.second())))
                .toList();
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.get("finding.rank.together", Several.joined(named, MOST_PAIRS)));
    }

    private String called(String path) {
        return PlanNumber.at(plan, path).map(this::name).orElse(path);
    }

    private String noSubject() {
        return TEXTS.get(outlook.simulation().today() < 0 ? "finding.today.unpriced" : "finding.noOther");
    }

    /** How the saving is spread, and how likely it is a loss. */
    public String saves() {
        return outlook.saved()
                .map(s -> todayUnfit()
                        + TEXTS.get(
                                s.p50() < 0
                                        ? "finding.saves.dearer"
                                        : s.probabilityOfLoss() > 0 ? "finding.saves.loss" : "finding.saves",
                                about(),
                                money(Math.abs(s.p50())),
                                money(s.p10()),
                                money(s.p90()),
                                share(s.probabilityOfLoss()).words()))
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
                    information.total() > 2 * information.totalStandardError()
                            ? "finding.worth.together"
                            : "finding.worth.nothing",
                    money(information.total()));
        }
        return TEXTS.get(
                "finding.worth",
                name(first.get().assumption().number()),
                money(first.get().value()),
                money(information.total()),
                money(information.totalStandardError()));
    }

    /** Who wins where on a map and, if it does so anywhere, where caching costs more than today's design. */
    public static String map(DecisionMap map) {
        List<String> sentences = map.sentences();
        int caching = Subject.PROMPT_CACHING.indexIn(map.plan(), map.architectures());
        boolean dearer = caching >= 0 && map.dearer(caching).isPresent();
        return Stream.concat(sentences.stream().limit(1), dearer ? map.sentence(caching).stream() : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    /**
     * At which values of each number another design becomes the cheapest, the nearest to the plan's values first; those
     * that never change anything are named together at the end.
     *
     * @param most lines for those that do
     */
    public static List<String> switching(Plan plan, List<SwitchingValue> values, int most) {
        List<String> lines = new ArrayList<>();
        values.stream()
                .filter(v -> !v.never())
                .sorted(Comparator.comparingDouble(Findings::distance))
                .limit(most)
                .forEach(v -> lines.add(switching(plan, v)));
        unchanged(plan, values).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    /** The numbers along which the answer stays the same; empty where it changes along all. */
    public static Optional<String> unchanged(Plan plan, List<SwitchingValue> values) {
        String names = values.stream()
                .filter(SwitchingValue::never)
                .map(v -> NumberLabels.of(plan, v.number()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(TEXTS.get("finding.switch.never", names));
    }

    private static String switching(Plan plan, SwitchingValue value) {
        PlanNumber number = value.number();
        String points = Stream.of(
                        value.below().map(p -> point(plan, value, p, "finding.switch.below")),
                        value.above().map(p -> point(plan, value, p, "finding.switch.above")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return TEXTS.get(
                value.derived() ? "finding.switch.derived" : "finding.switch",
                NumberLabels.of(plan, number),
                points,
                show(plan, number, value.base()));
    }

    private static String point(Plan plan, SwitchingValue value, SwitchingValue.Point point, String key) {
        return TEXTS.get(key, bound(plan, value, point), beyond(point));
    }

    private static String bound(Plan plan, SwitchingValue value, SwitchingValue.Point point) {
        return value.side(point)
                .brief(value.limit(point), value.number().unit(), plan.finance().currency());
    }

    private static String beyond(SwitchingValue.Point point) {
        return point.to().map(a -> Names.of(a.design())).orElse(TEXTS.get("finding.switch.none"));
    }

    private static double distance(SwitchingValue value) {
        return Stream.of(value.below(), value.above())
                .flatMap(Optional::stream)
                .mapToDouble(p -> Math.abs(p.value() - value.base()) / Math.max(1e-12, Math.abs(value.base())))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private String about() {
        return outlook.about().map(this::name).orElse("");
    }

    private String name(Architecture architecture) {
        return Names.of(architecture.design());
    }

    private String name(int architecture) {
        return name(outlook.simulation().batch().architectures().get(architecture));
    }

    private String name(PlanNumber number) {
        return NumberLabels.of(plan, number);
    }

    private String money(double value) {
        return Numbers.moneyShort(value, currency);
    }

    private String months() {
        return Numbers.months(OptionalDouble.of(plan.finance().horizonMonths()));
    }

    private String trials() {
        return Numbers.count(outlook.simulation().settings().trials());
    }

    private String show(PlanNumber number, double value) {
        return show(plan, number, value);
    }

    private static String show(Plan plan, PlanNumber number, double value) {
        return Amount.brief(value, number.unit(), plan.finance().currency());
    }

    private TrialShare share(double value) {
        return new TrialShare(value, outlook.simulation().settings().trials());
    }
}
