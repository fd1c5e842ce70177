package app.steelyard.report;

import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measures;
import app.steelyard.cost.result.Uncompared;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.story.SwitchingLines;
import app.steelyard.whatif.story.Varied;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a board is asked, in the words of a page: every amount and every word of the answer comes from the verdict, the
 * rounded money and the findings of the trials.
 *
 * @param title the decision
 * @param money what a month costs, and what else to know before anything
 * @param figures four of them; none where nothing has a price or can do the job
 * @param changes what would make another answer, the nearest first
 * @param measure what to measure first, as sentences
 * @param approve what is asked, in its order; the last says when to stop
 * @param leftOut what the answer does not say anything of: numbers that were held fixed, and what was never counted
 */
public record BoardAnswer(
        String title,
        String money,
        List<Figure> figures,
        List<SwitchingLines.Condition> changes,
        List<String> measure,
        List<String> approve,
        List<String> leftOut) {
    private static final Texts TEXTS = Texts.of(BoardAnswer.class);

    /** How many conditions there are room for. */
    private static final int CONDITIONS = 3;

    private static final int MOST_NAMED = 2;

    /** Whether a figure is good news. */
    public enum Tone {
        GOOD,
        BAD,
        PLAIN
    }

    /** One of the large figures, with what to know of it below. */
    public record Figure(String name, String value, String note, Tone tone) {}

    public BoardAnswer {
        figures = List.copyOf(figures);
        changes = List.copyOf(changes);
        measure = List.copyOf(measure);
        approve = List.copyOf(approve);
        leftOut = List.copyOf(leftOut);
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
            case Verdict.Cheapest cheapest -> new Told(model, cheapest).answer();
        };
    }

    /** There is nothing to choose. */
    private static BoardAnswer nothing(String key, String why) {
        return new BoardAnswer(
                TEXTS.get(key),
                why,
                List.of(),
                List.of(),
                List.of(TEXTS.get(key + ".measure")),
                List.of(TEXTS.get("board.approve.none"), TEXTS.get(key + ".again")),
                List.of());
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
                    List.of(saving(), presentValue(), toSpend(), sure()),
                    SwitchingLines.conditions(model.plan(), model.switching(), CONDITIONS),
                    measure(),
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
                        case Today.Best today -> next(month);
                        case Today.Unpriced today -> TEXTS.get("board.month.unknown", month);
                        case Today.Fit today -> against("board.month", today.margin(), month);
                        case Today.Unfit today -> against("board.month.unfit", today.margin(), month);
                    });
            if (verdict.today() instanceof Today.Unfit unfit) {
                sentences.add(TEXTS.get(
                        "decision.unfit",
                        model.ledger(unfit.margin().other()).name(),
                        unfit.margin().other().obstacles().get(0)));
            } else if (!(verdict.today() instanceof Today.Best)) {
                sentences.add(TEXTS.get(answering()));
            }
            LikeForLike like = new LikeForLike(verdict);
            like.split().ifPresent(sentences::add);
            like.alike().ifPresent(sentences::add);
            verdict.basis().told().ifPresent(sentences::add);
            verdict.beware().stream().findFirst().ifPresent(n -> sentences.add(TEXTS.get("decision.beware", n.text())));
            model.agreement().ifPresent(sentences::add);
            return sentences;
        }

        private String next(String month) {
            return verdict.next()
                    .map(m -> TEXTS.get(
                            verdict.basis().key("board.month.best"),
                            month,
                            model.ledger(m.other()).name(),
                            model.ledger(m.other()).averageMonth().inShort()))
                    .orElseGet(() -> TEXTS.get("board.month.only", month));
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
            return !model.model(chosen).equals(model.model(today))
                    ? "board.otherModel"
                    : chosen.places(Placement.WEIGHTS) == today.places(Placement.WEIGHTS)
                            ? "board.sameModel"
                            : "board.tunedModel";
        }

        private Figure saving() {
            Optional<Margin> margin = verdict.againstToday();
            if (margin.isEmpty()) {
                return figure("total", best.total().inShort(), TEXTS.get("board.total.note"), Tone.PLAIN);
            }
            var saving = best.saving(model.ledger(margin.get().other()));
            boolean unfit = verdict.today() instanceof Today.Unfit;
            Optional<Saved> saved = saved();
            return figure(
                    unfit ? "difference" : "saving",
                    saving.inShort(),
                    saved.map(s -> TEXTS.get(
                                    "board.spread",
                                    model.currency().of(s.p10()).inShort(),
                                    model.currency().of(s.p90()).inShort()))
                            .orElseGet(() -> TEXTS.get(unfit ? "board.difference.note" : "board.spread.none")),
                    unfit || saved.filter(s -> s.p10() < 0).isPresent()
                            ? Tone.PLAIN
                            : saving.value() < 0 ? Tone.BAD : Tone.GOOD);
        }

        /** What the trials say of the saving of this design, where they were asked that. */
        private Optional<Saved> saved() {
            return verdict.today() instanceof Today.Fit
                            && model.doubt().orElse(null) instanceof Doubt.Weighed weighed
                            && weighed.outlook()
                                    .about()
                                    .filter(verdict.best().architecture()::equals)
                                    .isPresent()
                    ? weighed.outlook().saved()
                    : Optional.empty();
        }

        private Figure presentValue() {
            Measures measures = best.evaluation().measures();
            String at = TEXTS.get(
                    "board.npv.note",
                    Numbers.percent(model.plan().finance().discountRatePerYear()),
                    TEXTS.get("board." + model.plan().finance().timing()));
            return verdict.today() instanceof Today.Fit
                    ? figure(
                            "npv",
                            model.currency().of(measures.npv()).inShort(),
                            at,
                            measures.npv() < 0 ? Tone.BAD : first.isPresent() ? Tone.PLAIN : Tone.GOOD)
                    : figure(
                            "present",
                            model.currency().of(measures.presentValue()).inShort(),
                            at,
                            Tone.PLAIN);
        }

        private Figure toSpend() {
            OptionalDouble payback = best.evaluation().measures().payback();
            boolean none = best.amount(0).value() == 0;
            String note = none
                    ? TEXTS.get("board.spend.none")
                    : !(verdict.today() instanceof Today.Fit)
                            ? TEXTS.get("board.spend.once")
                            : payback.isPresent()
                                    ? TEXTS.get("board.spend.payback", Numbers.months(payback))
                                    : TEXTS.get("board.spend.never");
            return figure("spend", best.amount(0).inShort(), note, Tone.PLAIN);
        }

        private Figure sure() {
            return findings.flatMap(f -> f.spread(verdict.best().architecture()).map(s -> sure(f.varied(), s)))
                    .orElseGet(() -> figure(
                            "sure",
                            TEXTS.get("board.sure.unknown"),
                            TEXTS.get(model.doubt().isPresent() ? "board.sure.unweighed" : "board.sure.noRange"),
                            Tone.PLAIN));
        }

        /** A share of trials is how sure it is only where they varied what decides. */
        private Figure sure(Varied varied, DesignSpread spread) {
            String share = spread.cheapest().brief();
            String trials = Numbers.count(spread.cheapest().trials());
            if (!varied.rates().isEmpty()) {
                return part("board.sure.without", share, trials, varied.rates());
            }
            return model.plan().whatIf().ranges().isEmpty()
                    ? part("board.sure.only", share, trials, varied.varied())
                    : figure("sure", share, TEXTS.get(verdict.basis().key("board.sure.note"), trials), Tone.PLAIN);
        }

        private Figure part(String key, String share, String trials, List<String> numbers) {
            return figure(
                    "sure",
                    TEXTS.get("board.sure.part"),
                    TEXTS.get(key, share, trials, Several.joined(numbers, 1)),
                    Tone.PLAIN);
        }

        private Figure figure(String key, String value, String note, Tone tone) {
            return new Figure(TEXTS.get("board.figure." + key, model.months()), value, note, tone);
        }

        private List<String> measure() {
            if (findings.isEmpty()) {
                return List.of(
                        model.doubt().orElse(null) instanceof Doubt.Unweighed unweighed
                                ? unweighed.reason()
                                : TEXTS.get("board.measure.noRange"));
            }
            List<String> sentences = new ArrayList<>();
            sentences.add(findings.get().headline() + ".");
            findings.get()
                    .afterHitRate()
                    .map(s -> s + ".")
                    .or(() -> findings.get().worthOfFirst().map(w -> TEXTS.get("board.measure.most")))
                    .ifPresent(sentences::add);
            findings.get().how().ifPresent(sentences::add);
            findings.get().notices().stream().findFirst().ifPresent(sentences::add);
            sentences.add(waits(findings.get().varied().rates()));
            return sentences;
        }

        private List<String> leftOut() {
            return Stream.concat(
                            findings.map(f -> f.varied().told()).stream(),
                            Stream.of(TEXTS.get(
                                    verdict.basis().perSuccess() ? "board.leftOut.counted" : "board.leftOut")))
                    .toList();
        }

        /** Whether the decision waits for what is to be measured, as far as anybody has said how far numbers may be off. */
        private String waits(List<String> rates) {
            if (!rates.isEmpty()) {
                return TEXTS.get("board.measure.rates", Several.joined(rates, MOST_NAMED));
            }
            return TEXTS.get(
                    first.isPresent()
                            ? "board.measure.before"
                            : model.plan().whatIf().ranges().isEmpty()
                                    ? "board.measure.others"
                                    : "board.measure.after");
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
                return List.of(TEXTS.get("board.approve.none"), TEXTS.get("board.approve.watch"));
            }
            String spend = best.amount(0).value() == 0
                    ? TEXTS.get("board.approve.free")
                    : TEXTS.get("board.approve.spend", best.amount(0).inShort());
            return List.of(spend, TEXTS.get("board.approve.rollOut"), stop());
        }

        /** The hit rate below which another design costs less or, where none does, a cache no longer pays. */
        private double hitRateToHold() {
            return model.switching().stream()
                    .filter(v -> v.number() == PlanField.MEASURED_HIT_RATE)
                    .flatMap(v -> v.below().map(v::limit).stream())
                    .findFirst()
                    .orElse(best.evaluation().caches().breakEven());
        }

        /** What the new design must not fall short of: the hit rate that it needs, and today's cost. */
        private String stop() {
            double pays = hitRateToHold();
            String most = model.baseline()
                    .filter(b -> verdict.today() instanceof Today.Fit)
                    .map(b -> b.averageMonth().inShort())
                    .orElse("");
            boolean cached = !best.evaluation().caches().parts().isEmpty() && pays > 0;
            if (cached && !most.isEmpty()) {
                return TEXTS.get("board.stop.both", Numbers.percent(pays), most);
            }
            return cached
                    ? TEXTS.get("board.stop.hit", Numbers.percent(pays))
                    : most.isEmpty() ? TEXTS.get("board.stop.answers") : TEXTS.get("board.stop.cost", most);
        }
    }
}
