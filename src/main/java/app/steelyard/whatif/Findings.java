package app.steelyard.whatif;

import app.steelyard.cost.Architecture;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an {@link Outlook} means for its plan, in sentences for people who never saw such charts. */
public final class Findings {
    private static final Texts TEXTS = Texts.of(Findings.class);
    /** A correlation weaker than this is not worth a word. */
    private static final double WEAK = 0.05;

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
     * @param probability of the likeliest one, in [0, 1]
     */
    public record Confidence(Architecture architecture, double probability) {
        /** As shown: {@code 61 %}. */
        public String percent() {
            return share(probability);
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
                .map(o -> new Confidence(o.architecture(), o.probabilityCheapest()));
    }

    /** What to measure first, as a headline. */
    public String headline() {
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
        List<Option> ranking = outlook.ranking();
        if (confidence().isEmpty()) {
            return TEXTS.get("finding.likely.none", trials());
        }
        String others = ranking.stream()
                .skip(1)
                .filter(o -> o.probabilityCheapest() > 0)
                .map(o -> TEXTS.get("finding.likely.other", name(o.architecture()), share(o.probabilityCheapest())))
                .collect(Collectors.joining(", "));
        Option best = ranking.get(0);
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get(
                others.isEmpty() ? "finding.likely.always" : "finding.likely",
                name(best.architecture()),
                share(best.probabilityCheapest()),
                trials(),
                others));
        if (outlook.simulation().noneFeasible() > 0) {
            sentences.add(TEXTS.get(
                    "finding.likely.infeasible", share(outlook.simulation().noneFeasible())));
        }
        return String.join(" ", sentences);
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
                        Numbers.percent(o.probabilityStandardError())))
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
        String sentence = TEXTS.get(
                "finding.moves",
                name(number),
                about(),
                money(widest.atLow()),
                show(number, widest.lowValue()),
                money(widest.atHigh()),
                show(number, widest.highValue()));
        return bars.stream()
                .map(this::change)
                .flatMap(Optional::stream)
                .findFirst()
                .map(c -> sentence + " " + c)
                .orElse(sentence + " " + TEXTS.get("finding.moves.never"));
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
                        : TEXTS.get(
                                "finding.moves.change",
                                name(number),
                                at,
                                name(outlook.simulation()
                                        .batch()
                                        .architectures()
                                        .get(other))));
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
        return TEXTS.get(
                first.coefficient() > 0 ? "finding.rank.more" : "finding.rank.less",
                name(first.assumption().number()),
                about(),
                Numbers.count(first.coefficient()));
    }

    private String noSubject() {
        return TEXTS.get(outlook.simulation().today() < 0 ? "finding.today.unpriced" : "finding.noOther");
    }

    /** How the saving is spread, and how likely it is a loss. */
    public String saves() {
        return outlook.saved()
                .map(s -> TEXTS.get(
                        s.probabilityOfLoss() > 0 ? "finding.saves.loss" : "finding.saves",
                        about(),
                        money(s.p50()),
                        money(s.p10()),
                        money(s.p90()),
                        share(s.probabilityOfLoss())))
                .orElseGet(this::noSubject);
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
        List<String> never = values.stream()
                .filter(SwitchingValue::never)
                .map(v -> TEXTS.get(
                        "finding.switch.span",
                        NumberNames.of(plan, v.number()),
                        show(plan, v.number(), v.span().from()),
                        show(plan, v.number(), v.span().to())))
                .toList();
        if (!never.isEmpty()) {
            String named = never.stream().limit(most).collect(Collectors.joining(", "));
            lines.add(
                    never.size() > most
                            ? TEXTS.get("finding.switch.never.more", named, never.size() - most)
                            : TEXTS.get("finding.switch.never", named));
        }
        return List.copyOf(lines);
    }

    private static String switching(Plan plan, SwitchingValue value) {
        PlanNumber number = value.number();
        String points = Stream.of(
                        value.below().map(p -> point(plan, number, p, "finding.switch.below")),
                        value.above().map(p -> point(plan, number, p, "finding.switch.above")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return TEXTS.get("finding.switch", NumberNames.of(plan, number), points, show(plan, number, value.base()));
    }

    private static String point(Plan plan, PlanNumber number, SwitchingValue.Point point, String key) {
        return TEXTS.get(
                key,
                show(plan, number, point.value()),
                point.to().map(a -> Names.of(a.design())).orElse(TEXTS.get("finding.switch.none")));
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

    private String name(PlanNumber number) {
        return NumberNames.of(plan, number);
    }

    private String money(double value) {
        return Numbers.moneyShort(value, currency);
    }

    private String months() {
        return Numbers.count(plan.finance().horizonMonths());
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

    /** What is almost all or almost nothing is not told as all or nothing. */
    private static String share(double value) {
        return value < 1 && value >= 0.9995
                ? "> " + Numbers.percent(0.999)
                : value > 0 && value < 0.0005 ? "< " + Numbers.percent(0.001) : Numbers.percent(value);
    }
}
