package app.steelyard.whatif.story;

import app.steelyard.text.Texts;
import app.steelyard.whatif.trials.Bar;
import app.steelyard.whatif.trials.DesignSpread;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** That the design which the plan's own numbers name is not the one that the trials name. */
final class TwoWinners extends OutlookWords {
    /** A range is skewed where its middle case lies this share of it away from the plan's number. */
    private static final double SKEWED = 0.05;

    private static final Texts TEXTS = Texts.of(TwoWinners.class);

    TwoWinners(Outlook outlook) {
        super(outlook);
    }

    /** That the plan's own numbers and the trials name two designs, and why. */
    Optional<String> sentence() {
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
}
