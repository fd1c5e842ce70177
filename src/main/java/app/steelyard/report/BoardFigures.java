package app.steelyard.report;

import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.result.Measures;
import app.steelyard.report.BoardAnswer.Figure;
import app.steelyard.report.BoardAnswer.Tone;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.Findings;
import app.steelyard.whatif.trials.DesignSpread;
import app.steelyard.whatif.trials.Saved;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The large figures of the page that decides, and what to know of each.
 *
 * @param best what the cheapest design costs
 * @param waits whether nothing is to be decided yet, so that no figure is good news
 */
record BoardFigures(
        ReportModel model, Verdict.Cheapest verdict, RoundedMoney best, Optional<Findings> findings, boolean waits) {
    private static final Texts TEXTS = Texts.of(BoardFigures.class);

    BoardFigures(ReportModel model, Verdict.Cheapest verdict, Optional<Findings> findings, boolean waits) {
        this(model, verdict, model.ledger(verdict.best()), findings, waits);
    }

    List<Figure> all() {
        return List.of(saving(), presentValue(), toSpend(), sure());
    }

    private Figure saving() {
        Optional<Margin> margin = verdict.againstToday();
        if (margin.isEmpty()) {
            return figure("total", best.total().inShort(), afterSetUp() + TEXTS.get("board.total.note"), Tone.PLAIN);
        }
        var saving = best.saving(model.ledger(margin.get().other()));
        boolean unfit = verdict.today() instanceof Today.Unfit;
        Optional<Saved> saved = saved();
        return figure(
                unfit ? "difference" : "saving",
                saving.inShort(),
                afterSetUp()
                        + saved.map(this::spread)
                                .orElseGet(() -> TEXTS.get(unfit ? "board.difference.note" : "board.spread.none")),
                unfit || saved.filter(s -> s.p10() < 0).isPresent()
                        ? Tone.PLAIN
                        : saving.value() < 0 ? Tone.BAD : Tone.GOOD);
    }

    /** Between which savings most trials lie, and in how many it is a loss. */
    private String spread(Saved saved) {
        String low = model.currency().of(saved.p10()).inShort();
        String high = model.currency().of(saved.p90()).inShort();
        return low.equals(high)
                ? TEXTS.get("board.spread.flat")
                : TEXTS.get(
                        saved.loss().value() > 0 ? "board.spread.loss" : "board.spread",
                        low,
                        high,
                        model.currency().of(saved.p50()).inShort(),
                        saved.loss().brief());
    }

    /** That the set-up is within a figure, where there is one. */
    private String afterSetUp() {
        return best.amount(0).value() == 0 ? "" : TEXTS.get("board.setUp");
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
        String at = afterSetUp()
                + TEXTS.get(
                        "board.npv.note",
                        Numbers.percent(model.plan().finance().discountRatePerYear()),
                        TEXTS.get("board." + model.plan().finance().timing()));
        return verdict.today() instanceof Today.Fit
                ? figure(
                        "npv",
                        model.currency().of(measures.npv()).inShort(),
                        at,
                        measures.npv() < 0 ? Tone.BAD : waits ? Tone.PLAIN : Tone.GOOD)
                : figure("present", model.currency().of(measures.presentValue()).inShort(), at, Tone.PLAIN);
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
        return findings.flatMap(f -> f.spread(verdict.best().architecture()).map(s -> sure(f, s)))
                .orElseGet(() -> figure(
                        "sure",
                        TEXTS.get("board.sure.unknown"),
                        TEXTS.get(model.doubt().isPresent() ? "board.sure.unweighed" : "board.sure.noRange"),
                        Tone.PLAIN));
    }

    /** A share of trials is how sure it is only where they varied what decides. */
    private Figure sure(Findings told, DesignSpread spread) {
        String share = spread.cheapest().brief();
        String trials = Numbers.count(spread.cheapest().trials());
        List<String> unsure = told.unsure(model.switching());
        if (!unsure.isEmpty()) {
            return part("board.sure.without", share, trials, unsure);
        }
        return model.plan().whatIf().ranges().isEmpty()
                ? part("board.sure.only", share, trials, told.varied().varied())
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
}
