package app.steelyard.document;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.PlanField;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of a kind of system, or how often a kind of task succeeds, to begin with where one's own is not known yet. It
 * says nothing of how many ask, nor of the prompt beside the conversation.
 *
 * @param id stable, as typed, such as {@code support-chat}
 * @param what it is like, in a sentence
 * @param basis how much of it is measured, as a remark without a full stop
 * @param traffic sessions, output, hours and days; or rates of success and what a failure costs, in US dollars
 * @param conversation of the item that grows; empty where nothing does
 */
public record Preset(
        String id,
        String name,
        String what,
        String basis,
        Map<PlanField, Value> traffic,
        Map<ItemNumber.Kind, Value> conversation) {

    public Preset {
        traffic = Collections.unmodifiableMap(new EnumMap<>(traffic));
        conversation = conversation.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(conversation));
    }

    /** Whether it is about success and failures, and not about traffic. */
    public boolean outcome() {
        return traffic.keySet().stream().allMatch(f -> f.path().startsWith("outcome."));
    }

    /**
     * A number with its source.
     *
     * @param low the least it may be, below {@code high}; null, as that is, where no span is known
     * @param source who measured or published it, or that it is an assumption
     */
    public record Value(
            double value, @Nullable Double low, @Nullable Double high, String source) {

        /** All of it {@code factor} times as much. */
        public Value times(double factor) {
            return new Value(
                    factor * value, low == null ? null : factor * low, high == null ? null : factor * high, source);
        }
    }
}
