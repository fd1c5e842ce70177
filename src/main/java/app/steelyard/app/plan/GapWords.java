package app.steelyard.app.plan;

import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;

/** A table of measured gaps in a few words: within what time one half of the turns come, and within what nearly all. */
public final class GapWords {
    private static final Texts TEXTS = Texts.of(GapWords.class);
    private static final double HALF = 0.5;
    private static final double MOST = 0.95;

    private GapWords() {}

    /** @param gaps at least one, the shortest first */
    public static String of(List<GapStep> gaps) {
        Optional<GapStep> half = reaching(gaps, HALF);
        Optional<GapStep> most = reaching(gaps, MOST);
        if (half.isEmpty()) {
            return one(gaps.getLast());
        }
        return most.filter(m -> m.seconds() > half.get().seconds())
                .map(m -> TEXTS.get("gaps.two", one(half.get()), one(m)))
                .orElseGet(() -> one(most.orElse(half.get())));
    }

    private static String one(GapStep step) {
        return TEXTS.get("gaps.one", Numbers.percent(step.share()), SessionText.time(step.seconds()));
    }

    private static Optional<GapStep> reaching(List<GapStep> gaps, double share) {
        return gaps.stream().filter(g -> g.share() >= share).findFirst();
    }
}
