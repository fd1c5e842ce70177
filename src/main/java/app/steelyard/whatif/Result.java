package app.steelyard.whatif;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Measure;
import app.steelyard.text.Amount;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A figure of a design, such as {@code tco(prompt-caching)}: what a search, a sweep or a claim is about. Without a design
 * it is about the cheapest one that can do the job.
 */
public record Result(Measure figure, Subject subject) {
    private static final Texts TEXTS = Texts.of(Result.class);
    private static final Pattern TEXT = Pattern.compile("([A-Za-z][A-Za-z-]*)\\s*(?:\\(\\s*([A-Za-z-]+)\\s*\\))?");

    /** What people call designs who do not know their keys. */
    private static final Map<String, Subject> SHORT =
            Map.of("caching", Subject.PROMPT_CACHING, "tuning", Subject.FINE_TUNING, "rag", Subject.RETRIEVAL);

    /** The figure of the cheapest design. */
    public static Result of(Measure figure) {
        return new Result(figure, Subject.CHEAPEST);
    }

    /**
     * Reads {@code tco} or {@code tco(prompt-caching)}, in either case of letters.
     *
     * @throws IllegalArgumentException if it is neither, saying which names there are
     */
    public static Result parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    TEXTS.get("result.none", text.strip(), String.join(", ", Measure.keys())));
        }
        String figure = matcher.group(1).toLowerCase(Locale.ROOT);
        String subject = matcher.group(2) == null
                ? Subject.CHEAPEST.key()
                : matcher.group(2).toLowerCase(Locale.ROOT);
        return new Result(
                Stream.of(Measure.values())
                        .filter(f -> f.key().equals(figure))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                TEXTS.get("result.figure", figure, String.join(", ", Measure.keys())))),
                subject(subject));
    }

    /** Whether {@code text} begins as a result does, rather than as a value with a unit. */
    public static boolean names(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Measure.keys().stream().anyMatch(lower::startsWith);
    }

    /** The design that {@code key} names; its message says which there are. */
    public static Subject subject(String key) {
        return Stream.of(Subject.values())
                .filter(s -> s.key().equals(key) || SHORT.get(key) == s)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        TEXTS.get("result.subject", key, String.join(", ", Subject.keys()))));
    }

    public Unit unit() {
        return figure.unit();
    }

    /**
     * Its value; NaN where it is not known: the design has no price, is not there, or has no such figure. A payback that
     * never comes is infinite.
     */
    public double of(Comparison comparison) {
        Optional<Evaluation.Priced> evaluation = subject.in(comparison);
        return evaluation.map(figure::of).orElse(Double.NaN);
    }

    /** As typed; {@link #parse(String)} reads it again. */
    @Override
    public String toString() {
        return subject == Subject.CHEAPEST ? figure.key() : figure.key() + "(" + subject.key() + ")";
    }

    /** As shown: {@code Total cost of ownership, prompt caching}. */
    public String label() {
        return TEXTS.get("result.label", Names.of(figure), subject.label());
    }

    /** A value of it as people read it. */
    public String show(Amount value) {
        // The one result in months; a payback of none is at once.
        return unit() == Unit.MONTHS && value.value() == 0 ? Numbers.months(OptionalDouble.of(0)) : value.show();
    }
}
