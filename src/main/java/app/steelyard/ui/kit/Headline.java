package app.steelyard.ui.kit;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Notice;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer as a sentence.
 *
 * @param detail why, or what to beware of; may be empty
 * @param warning whether {@code detail} is something to beware of
 */
public record Headline(String sentence, String detail, boolean warning) {
    private static final Texts TEXTS = Texts.of(Headline.class);

    public static Headline of(Comparison comparison) {
        if (comparison.plan().items().isEmpty()) {
            return new Headline(TEXTS.get("headline.empty"), TEXTS.get("headline.empty.detail"), false);
        }
        Optional<Evaluation.Priced> cheapest = comparison.cheapest();
        if (cheapest.isEmpty()) {
            return none(comparison);
        }
        Evaluation.Priced best = cheapest.get();
        String beware = Stream.of(tempting(comparison, best), worst(best))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        String detail = Stream.concat(
                        Stream.of(beware.isEmpty() ? runnerUp(comparison, best) : beware)
                                .filter(d -> !d.isEmpty()),
                        comparison.uncompared().stream())
                .collect(Collectors.joining("\n"));
        return new Headline(sentence(comparison, best), detail, !beware.isEmpty());
    }

    /** Nothing has a price, or nothing that has one can do the job. */
    private static Headline none(Comparison comparison) {
        return comparison.priced().stream()
                .findFirst()
                .map(e -> new Headline(TEXTS.get("headline.infeasible"), worst(e).orElse(""), true))
                .orElseGet(() -> new Headline(
                        TEXTS.get("headline.unpriced"),
                        comparison.unpriced().get(0).reasons().get(0),
                        true));
    }

    /** The first of the most severe notices, if it is more than good to know. */
    private static Optional<String> worst(Evaluation.Priced evaluation) {
        return evaluation.notices().stream()
                .filter(n -> n.severity() != Notice.Severity.INFO)
                .max(Comparator.comparing(Notice::severity))
                .map(Notice::text);
    }

    private static String sentence(Comparison comparison, Evaluation.Priced best) {
        String currency = comparison.plan().finance().currency();
        String name = Names.of(best.architecture().design());
        String month = Numbers.moneyShort(best.measures().averageMonth(), currency);
        String months = Numbers.count(comparison.plan().finance().horizonMonths());
        if (best.architecture().today()) {
            return TEXTS.get(
                    comparison.evaluations().size() == 1 ? "headline.only" : "headline.today", name, month, months);
        }
        if (comparison.baseline() instanceof Evaluation.Priced today) {
            return TEXTS.get("headline.saving", name, month, months, less(best, today, currency));
        }
        return TEXTS.get("headline.noBaseline", name, month, months);
    }

    /** What looks cheaper in every chart, and why it is no answer. */
    private static Optional<String> tempting(Comparison comparison, Evaluation.Priced best) {
        return comparison.priced().stream()
                .filter(e ->
                        !e.feasible() && e.measures().tco() < best.measures().tco())
                .min(Comparator.comparingDouble(e -> e.measures().tco()))
                .map(e ->
                        TEXTS.get("headline.tempting", Names.of(e.architecture().design()), worst(e).orElse("")));
    }

    private static String runnerUp(Comparison comparison, Evaluation.Priced best) {
        String currency = comparison.plan().finance().currency();
        return comparison.priced().stream()
                .filter(e -> !e.equals(best) && e.feasible())
                .min(Comparator.comparingDouble(e -> e.measures().tco()))
                .map(next ->
                        TEXTS.get("headline.next", Names.of(next.architecture().design()), less(best, next, currency)))
                .orElse("");
    }

    /** How much less a month {@code one} costs than {@code other}. */
    private static String less(Evaluation.Priced one, Evaluation.Priced other, String currency) {
        return Numbers.moneyShort(one.measures().savedPerMonth(other.measures()), currency);
    }
}
