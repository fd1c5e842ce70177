package app.steelyard.report;

import app.steelyard.cost.Margin;
import app.steelyard.cost.Verdict;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.text.Days;
import app.steelyard.text.Texts;
import app.steelyard.whatif.story.SwitchingLines;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When to stop and decide again, and when that is looked at: not once all is lost against today's design, but where the
 * chosen one is no longer the better one. A quantity that is seen while it runs says so best; where none is known to turn the
 * answer, money does.
 */
record StopRule(ReportModel model, Verdict.Cheapest verdict) {
    private static final Texts TEXTS = Texts.of(StopRule.class);
    /** Longer nobody waits for a first look, and sooner there is nothing to see. */
    private static final int LONGEST = 3;

    /** What is asked for, as the last of what is to be approved. */
    String text() {
        String worse = TEXTS.get("board.stop.answers");
        return TEXTS.get(
                verdict.today() instanceof Today.Best ? "board.stop.stay" : "board.stop",
                limit().map(l -> TEXTS.get("board.stop.or", l, worse)).orElse(worse),
                Days.month(firstLook()));
    }

    private Optional<String> limit() {
        return SwitchingLines.limit(model.plan(), model.switching())
                .map(l -> TEXTS.get("board.stop.limit", l.limit(), l.rival()))
                .or(() -> verdict.next().flatMap(this::money));
    }

    /**
     * From where on the next best costs no more; empty where that is so at once. Where that is today's design all would be
     * lost by then, so that half of the saving is the limit.
     */
    private Optional<String> money(Margin next) {
        Evaluation.Priced other = next.other();
        if (next.tie() || next.less().value() < 0) {
            return Optional.empty();
        }
        if (other.architecture().today()) {
            double half =
                    (next.one().measures().averageMonth() + other.measures().averageMonth()) / 2;
            return Optional.of(
                    TEXTS.get("board.stop.half", model.currency().of(half).inShort()));
        }
        String name = other.architecture().name();
        if (verdict.basis().perSuccess()) {
            double each = other.measures().costPerSuccess();
            return Optional.of(
                    TEXTS.get("board.stop.success", model.currency().of(each).each(), name));
        }
        return Optional.of(
                TEXTS.get("board.stop.month", model.ledger(other).averageMonth().inShort(), name));
    }

    /** Once the set-up should be paid back, within some months of where the months of this page begin and of its own date. */
    private LocalDate firstLook() {
        LocalDate begin = model.plan().inference().pricesAsOf();
        LocalDate from = begin.isAfter(model.date()) ? begin : model.date();
        double payback = verdict.best().measures().payback().orElse(LONGEST);
        return from.plusMonths(Math.clamp((long) Math.ceil(payback), 1, LONGEST));
    }
}
