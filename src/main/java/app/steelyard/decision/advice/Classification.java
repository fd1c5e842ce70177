package app.steelyard.decision.advice;

import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.Strength;
import app.steelyard.plan.item.Kind;
import app.steelyard.text.Texts;
import java.util.List;

/**
 * Whether an item is information or behaviour.
 *
 * @param kind as far as is known; where the score is 0, as the plan states
 * @param score above 0 for information, below 0 for behaviour
 * @param because the rules that counted, the strongest first
 */
public record Classification(Kind kind, ScoreRange score, Level confidence, List<Rule> because) {
    public Classification {
        because = List.copyOf(because);
    }

    /** How sure the classification is. */
    public enum Level {
        /** What is open could turn it over. */
        LOW,
        /** It could not, but less than one strong rule holds it. */
        MEDIUM,
        /** Whatever the open answers are, at least one strong rule's worth holds it. */
        HIGH;

        private static final Texts TEXTS = Texts.of(Level.class);

        /** As shown. */
        public String label() {
            return TEXTS.name(this);
        }

        static Level of(ScoreRange score) {
            double nearest = Math.min(Math.abs(score.low()), Math.abs(score.high()));
            if (score.low() <= 0 && score.high() >= 0) {
                return LOW;
            }
            return nearest >= Strength.STRONG.points() ? HIGH : MEDIUM;
        }
    }
}
