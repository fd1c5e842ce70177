package app.steelyard.whatif.story;

import app.steelyard.cost.result.Basis;
import app.steelyard.plan.Correlation;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.Lead;
import app.steelyard.whatif.trials.RankBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What moves the saving and the lead of the cheapest design, in sentences. */
public final class Movers extends OutlookWords {
    private static final Texts TEXTS = Texts.of(Movers.class);
    /** A correlation weaker than this is not worth a word. */
    private static final double WEAK = 0.05;

    private static final int MOST_PAIRS = 3;

    Movers(Outlook outlook) {
        super(outlook);
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
            return TEXTS.get(
                    outlook.simulation().batch().architectures().isEmpty()
                            ? "finding.lead.unpriced"
                            : "finding.lead.alone");
        }
        Lead lead = found.get();
        Bar widest = lead.bars().get(0);
        PlanNumber number = widest.assumption().number();
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.get(
                Basis.of(plan).key("finding.lead"), name(lead.leader()), money(lead.atBase()), name(lead.next())));
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
}
