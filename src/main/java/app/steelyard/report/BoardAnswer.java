package app.steelyard.report;

import app.steelyard.cost.ExpectedPrices;
import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.SwitchingLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a board is asked, in the words of a page: every amount and every word of the answer comes from the verdict, the
 * rounded money and the findings of the trials.
 *
 * @param title the decision
 * @param money what a month costs, beside today's design and the next best
 * @param madeOf what the difference to today's design is made of, and what is ranked by what
 * @param caveats what weighs so much that it stands beside the answer
 * @param figures four of them; none where nothing has a price or can do the job
 * @param changes what would make another answer, the nearest first
 * @param measure what to measure first, as sentences
 * @param measured whether somebody is to measure something
 * @param approve what is asked, in its order; the last says when to stop
 * @param leftOut what the answer does not say anything of
 */
public record BoardAnswer(
        String title,
        String money,
        List<String> madeOf,
        List<String> caveats,
        List<Figure> figures,
        List<SwitchingLines.Condition> changes,
        List<String> measure,
        boolean measured,
        List<String> approve,
        LeftOut leftOut) {
    private static final Texts TEXTS = Texts.of(BoardAnswer.class);

    /** How many conditions there are room for. */
    private static final int CONDITIONS = 3;
    /** That what is proposed may not hold; the others are counted. */
    private static final int WARNINGS = 2;

    /**
     * What the answer does not say anything of.
     *
     * @param counted what was never counted; empty where there is no answer
     * @param held numbers that were held fixed, and those that were not; empty where nothing was varied
     */
    public record LeftOut(Optional<String> counted, Optional<String> held) {}

    /** Whether a figure is good news. */
    public enum Tone {
        GOOD,
        BAD,
        PLAIN
    }

    /** One of the large figures, with what to know of it below. */
    public record Figure(String name, String value, String note, Tone tone) {}

    public BoardAnswer {
        madeOf = List.copyOf(madeOf);
        caveats = List.copyOf(caveats);
        figures = List.copyOf(figures);
        changes = List.copyOf(changes);
        measure = List.copyOf(measure);
        approve = List.copyOf(approve);
    }

    public static BoardAnswer of(ReportModel model) {
        return switch (model.comparison().verdict()) {
            case Verdict.Example example -> nothing("board.example", TEXTS.get("decision.example"));
            case Verdict.Unpriced unpriced ->
                nothing(
                        "board.unpriced",
                        Uncompared.reasons(
                                        model.comparison().evaluations(),
                                        e -> e.architecture().name())
                                .get(0)
                                .why());
            case Verdict.NoneFit none -> {
                Evaluation.Priced first = none.unfit().get(0);
                yield nothing(
                        "board.noneFit",
                        TEXTS.get(
                                "decision.unfit",
                                first.architecture().name(),
                                first.obstacles().get(0)));
            }
            case Verdict.Cheapest cheapest
            when cheapest.today() instanceof Today.Unpriced -> againstNothing(model, cheapest);
            case Verdict.Cheapest cheapest -> new Told(model, cheapest).answer();
        };
    }

    /** What today's design costs is not known, so that nobody can say what any other saves. */
    private static BoardAnswer againstNothing(ReportModel model, Verdict.Cheapest verdict) {
        String why = Uncompared.reasons(
                        List.of(model.comparison().baseline()),
                        e -> e.architecture().name())
                .getFirst()
                .why();
        return nothing(
                "board.todayUnpriced",
                TEXTS.get(
                        "board.todayUnpriced.why",
                        why,
                        model.ledger(verdict.best()).name(),
                        model.ledger(verdict.best()).averageMonth().inShort()));
    }

    /** There is nothing to choose. */
    private static BoardAnswer nothing(String key, String why) {
        return new BoardAnswer(
                TEXTS.get(key),
                why,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(TEXTS.get(key + ".measure")),
                false,
                List.of(TEXTS.get("board.approve.none"), TEXTS.get(key + ".again")),
                new LeftOut(Optional.empty(), Optional.empty()));
    }

    /** The answer where a design is the cheapest. */
    private record Told(
            ReportModel model,
            Verdict.Cheapest verdict,
            RoundedMoney best,
            Optional<Findings> findings,
            Optional<String> first) {

        Told(ReportModel model, Verdict.Cheapest verdict) {
            this(
                    model,
                    verdict,
                    model.ledger(verdict.best()),
                    model.doubt()
                            .filter(Doubt.Weighed.class::isInstance)
                            .map(d -> new Findings(((Doubt.Weighed) d).outlook())));
        }

        private Told(ReportModel model, Verdict.Cheapest verdict, RoundedMoney best, Optional<Findings> findings) {
            this(
                    model,
                    verdict,
                    best,
                    findings,
                    findings.flatMap(
                            f -> f.before(verdict.best().architecture(), !(verdict.today() instanceof Today.Unfit))));
        }

        BoardAnswer answer() {
            return new BoardAnswer(
                    title(),
                    String.join(" ", money()),
                    madeOf(),
                    caveats(),
                    new BoardFigures(model, verdict, findings, first.isPresent()).all(),
                    SwitchingLines.conditions(model.plan(), model.switching(), CONDITIONS),
                    measure(),
                    measured(),
                    approve(),
                    leftOut());
        }

        private String title() {
            return first.map(f -> TEXTS.get("board.wait", f)).orElseGet(() -> new BoardTitle(model, verdict).text());
        }

        private List<String> money() {
            List<String> sentences = new ArrayList<>();
            first.ifPresent(f -> sentences.add(
                    TEXTS.get(verdict.basis().key("board.wait.least"), new BoardTitle(model, verdict).text())));
            String month = best.averageMonth().inShort();
            sentences.add(
                    switch (verdict.today()) {
                        case Today.Best today ->
                            TEXTS.get(
                                    verdict.next().isPresent()
                                            ? verdict.basis().key("board.month.best")
                                            : "board.month.only",
                                    month);
                        case Today.Unpriced today -> throw new IllegalStateException(month);
                        case Today.Fit today -> against("board.month", today.margin(), month);
                        case Today.Unfit today -> against("board.month.unfit", today.margin(), month);
                    });
            if (verdict.today() instanceof Today.Unfit unfit) {
                sentences.add(TEXTS.get(
                        "decision.unfit",
                        model.ledger(unfit.margin().other()).name(),
                        unfit.margin().other().obstacles().get(0)));
            } else if (!(verdict.today() instanceof Today.Best)) {
                sentences.add(answering());
            }
            new RunnerUp(verdict, LikeForLike.Amounts.BRIEF).sentence().ifPresent(sentences::add);
            return sentences;
        }

        private List<String> madeOf() {
            LikeForLike like = new LikeForLike(verdict, LikeForLike.Amounts.BRIEF);
            return Stream.of(
                            like.perSuccess(),
                            like.bill(),
                            like.split(),
                            like.alike(),
                            verdict.basis().told())
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** That what is saved comes too late; empty where it does not. */
        private Optional<String> discounted() {
            double npv = verdict.best().measures().npv();
            return verdict.today() instanceof Today.Fit fit
                            && fit.margin().less().value() > 0
                            && npv < 0
                            && !model.currency().of(npv).nothing()
                    ? Optional.of(TEXTS.get(
                            "board.npv.negative",
                            Numbers.percent(model.plan().finance().discountRatePerYear()),
                            model.currency().of(npv).inShort()))
                    : Optional.empty();
        }

        private List<String> caveats() {
            List<Notice> beware = verdict.beware();
            int more = beware.size() - WARNINGS;
            return Stream.of(
                            discounted().stream(),
                            Uncompared.of(verdict.uncompared()).map(u -> u + ".").stream(),
                            beware.stream().limit(WARNINGS).map(n -> TEXTS.get("decision.beware", n.text())),
                            more > 0 ? Stream.of(TEXTS.get("board.beware.more", more)) : Stream.<String>empty(),
                            model.agreement().stream())
                    .flatMap(s -> s)
                    .toList();
        }

        private String against(String key, Margin margin, String month) {
            return TEXTS.get(
                    margin.tie() ? key + ".tie" : key,
                    month,
                    model.ledger(margin.other()).averageMonth().inShort());
        }

        /** Who answers then; like is not compared with like where that is another model, or one that was tuned. */
        private String answering() {
            Architecture chosen = verdict.best().architecture();
            Architecture today = model.comparison().baseline().architecture();
            PriceRef is = chosen.model(model.plan());
            PriceRef was = today.model(model.plan());
            if (is == null || was == null || is.equals(was)) {
                return TEXTS.get(
                        chosen.places(Placement.WEIGHTS) == today.places(Placement.WEIGHTS)
                                ? "board.sameModel"
                                : "board.tunedModel");
            }
            String other =
                    TEXTS.get("board.otherModel", model.model(chosen), is.vendor(), model.model(today), was.vendor());
            return is.vendor().equals(was.vendor()) ? other : other + " " + TEXTS.get("board.otherVendor");
        }

        private boolean measured() {
            return findings.flatMap(f -> f.how(model.switching())).isPresent();
        }

        private List<String> measure() {
            if (findings.isEmpty()) {
                return List.of(
                        model.doubt().orElse(null) instanceof Doubt.Unweighed unweighed
                                ? unweighed.reason()
                                : TEXTS.get("board.measure.noRange"));
            }
            Findings told = findings.get();
            Optional<String> unsure = told.ofUnsure(model.switching());
            // Only one thing comes first: what is worth measuring, or else the rates of which nobody has said how far
            // they are off.
            boolean ratesFirst = unsure.isPresent() && !told.namesOne();
            Stream<String> trials = Stream.of(
                            Optional.of(told.ofMeasuring() + "."),
                            told.afterHitRate()
                                    .map(s -> s + ".")
                                    .or(() -> told.worthOfFirst().map(w -> TEXTS.get("board.measure.most"))))
                    .flatMap(Optional::stream);
            Stream<String> how = told.how(model.switching()).stream();
            Stream<String> odd = told.notices().stream().limit(1);
            return (ratesFirst
                            ? Stream.of(unsure.stream(), how, trials, odd)
                            : Stream.of(trials, how, odd, Stream.of(unsure.orElseGet(this::waits))))
                    .flatMap(s -> s)
                    .toList();
        }

        private LeftOut leftOut() {
            return new LeftOut(
                    Optional.of(TEXTS.get(
                                    verdict.basis().perSuccess() ? "board.leftOut.counted" : "board.leftOut",
                                    model.agreed(),
                                    model.plan().finance().pricesMove() ? 1 : 0)
                            + expected()),
                    findings.map(f -> f.varied().told()));
        }

        /** What is assumed of prices, which is then not left out. */
        private String expected() {
            List<String> words = ExpectedPrices.words(model.plan());
            return words.isEmpty() ? "" : " " + TEXTS.get("board.expected", String.join("; ", words));
        }

        /** Whether the decision waits for what is to be measured, as far as anybody has said how far numbers may be off. */
        private String waits() {
            return TEXTS.get(
                    first.isPresent()
                            ? "board.measure.before"
                            : model.plan().whatIf().ranges().isEmpty()
                                    ? "board.measure.others"
                                    : measured() ? "board.measure.after" : "board.measure.now");
        }

        private List<String> approve() {
            if (first.isPresent()) {
                return List.of(
                        TEXTS.get(
                                "board.approve.measure",
                                first.get(),
                                findings.flatMap(Findings::worthOfFirst).orElse("")),
                        TEXTS.get("board.approve.nothing"),
                        TEXTS.get("board.approve.again"));
            }
            if (verdict.today() instanceof Today.Best) {
                return List.of(TEXTS.get("board.approve.none"), new StopRule(model, verdict).text());
            }
            String spend = best.amount(0).value() == 0
                    ? TEXTS.get("board.approve.free")
                    : TEXTS.get("board.approve.spend", best.amount(0).inShort());
            return List.of(spend, TEXTS.get("board.approve.rollOut"), new StopRule(model, verdict).text());
        }
    }
}
