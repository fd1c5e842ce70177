package app.steelyard.decision;

import app.steelyard.cost.Handling;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.FirstToken;
import app.steelyard.cost.result.Measures;
import app.steelyard.decision.advice.Alternative;
import app.steelyard.decision.advice.ItemAdvice;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The guide's comparison, filled with one system's numbers: a column for each alternative.
 *
 * @param columns the recommended one first
 * @param rows one for each aspect, in their order
 */
public record Matrix(List<Alternative> columns, List<Row> rows) {
    private static final Texts TEXTS = Texts.of(Matrix.class);
    private static final int MOST_NAMED = 4;
    private static final int EXAMPLES = 2;

    public Matrix {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What is compared. */
    public enum Aspect {
        PURPOSE,
        COST,
        LATENCY,
        UPDATES,
        PRIVACY,
        ERASING;

        /** As shown. */
        public String label() {
            return TEXTS.name(this);
        }
    }

    /** One aspect: a sentence for each column. */
    public record Row(Aspect aspect, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public static Matrix of(Decision decision) {
        List<Row> rows = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            rows.add(new Row(
                    aspect,
                    decision.alternatives().stream()
                            .map(a -> cell(decision, a, aspect))
                            .toList()));
        }
        return new Matrix(decision.alternatives(), rows);
    }

    private static String cell(Decision decision, Alternative alternative, Aspect aspect) {
        return switch (aspect) {
            case PURPOSE -> purpose(decision, alternative);
            case COST -> cost(decision, alternative);
            case LATENCY ->
                alternative
                        .priced()
                        .map(Evaluation.Priced::firstToken)
                        .map(Matrix::latency)
                        .orElse(TEXTS.get("matrix.unknown"));
            case UPDATES -> updates(decision, alternative);
            case PRIVACY -> privacy(decision, alternative);
            case ERASING -> erasing(decision, alternative);
        };
    }

    private static String purpose(Decision decision, Alternative alternative) {
        List<String> parts = new ArrayList<>();
        for (Placement placement : Placement.values()) {
            String names = names(decision, alternative, placement);
            if (!names.isEmpty()) {
                parts.add(TEXTS.get("matrix.purpose." + placement, names));
            }
        }
        return String.join("; ", parts);
    }

    private static String names(Decision decision, Alternative alternative, Placement placement) {
        return names(in(decision, alternative, placement).stream());
    }

    /** All names of a few items, and the first ones of many. */
    private static String names(Stream<ItemAdvice> items) {
        List<String> names = items.map(a -> a.item().name()).toList();
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : TEXTS.get("matrix.items", names.size(), String.join(", ", names.subList(0, EXAMPLES)));
    }

    private static List<ItemAdvice> in(Decision decision, Alternative alternative, Placement placement) {
        List<ItemAdvice> items = new ArrayList<>();
        for (int i = 0; i < decision.items().size(); i++) {
            if (alternative.placements().get(i) == placement) {
                items.add(decision.items().get(i));
            }
        }
        return items;
    }

    private static String cost(Decision decision, Alternative alternative) {
        Currency currency = decision.plan().currency();
        if (alternative.evaluation().orElse(null) instanceof Evaluation.Unpriced unpriced) {
            return TEXTS.get("matrix.unpriced", unpriced.reasons().get(0));
        }
        return alternative
                .priced()
                .map(p -> {
                    Measures measures = p.measures();
                    String feasible = p.feasible() ? "" : " " + TEXTS.get("matrix.obstacle");
                    String open = alternative.ruledOut().isEmpty() ? "" : " " + TEXTS.get("matrix.ruledOut");
                    String alike = decision.alike(alternative)
                            .map(a ->
                                    " " + TEXTS.get("matrix.alike", a.approach().label()))
                            .orElse("");
                    return TEXTS.get(
                                    "matrix.cost",
                                    currency.of(measures.setUp()).inShort(),
                                    currency.of(measures.firstMonth()).inShort(),
                                    currency.of(measures.tco()).inShort())
                            + feasible
                            + open
                            + alike;
                })
                .orElse(TEXTS.get("matrix.unknown"));
    }

    private static String latency(FirstToken first) {
        return first.cached() < first.uncached()
                ? TEXTS.get(
                        "matrix.latency.cached",
                        Numbers.seconds(first.expected()),
                        Numbers.seconds(first.cached()),
                        Numbers.seconds(first.uncached()))
                : TEXTS.get("matrix.latency", Numbers.seconds(first.expected()));
    }

    private static String updates(Decision decision, Alternative alternative) {
        List<String> parts = new ArrayList<>();
        Plan plan = decision.plan();
        if (alternative.placements().contains(Placement.WEIGHTS)) {
            double weeks = plan.tuning().engineeringWeeksPerRetrain();
            parts.add(TEXTS.get(
                    "matrix.updates.WEIGHTS",
                    Numbers.count(weeks),
                    weights(decision, alternative).words(Handling.Aspect.UPDATED)));
        }
        alternative
                .priced()
                .filter(p -> p.caches().cachedTokens() > 0)
                .ifPresent(p -> parts.add(TEXTS.get(
                        "matrix.updates.CACHED_PREFIX",
                        Numbers.percent(p.caches().hitRate()))));
        if (alternative.placements().contains(Placement.RETRIEVED)) {
            parts.add(TEXTS.get(
                    "matrix.updates.RETRIEVED", Numbers.percent(plan.retrieval().reembeddedShare())));
        }
        return parts.isEmpty() ? TEXTS.get("matrix.updates.PLAIN_PROMPT") : String.join("; ", parts);
    }

    private static List<Handling> kept(Decision decision, Alternative alternative) {
        return Handling.of(
                decision.plan(),
                alternative.placements(),
                alternative.priced().map(Evaluation.Priced::caches).orElse(null));
    }

    /** What is kept in the weights, of a way that places some of it there. */
    private static Handling weights(Decision decision, Alternative alternative) {
        return kept(decision, alternative).stream()
                .filter(k -> k.place() == Placement.WEIGHTS)
                .findFirst()
                .orElseThrow();
    }

    private static String privacy(Decision decision, Alternative alternative) {
        String kept = Handling.words(kept(decision, alternative), Handling.Aspect.KEPT);
        return alternative.placements().contains(Placement.WEIGHTS) ? kept : TEXTS.get("matrix.privacy.prompt", kept);
    }

    private static String erasing(Decision decision, Alternative alternative) {
        String erased = Handling.words(kept(decision, alternative), Handling.Aspect.ERASED);
        List<ItemAdvice> trained = in(decision, alternative, Placement.WEIGHTS);
        String erasable =
                names(trained.stream().filter(a -> answer(decision, a.item()).equals(Answer.YES)));
        if (!erasable.isEmpty()) {
            return TEXTS.get("matrix.erasing.erasable", erased, erasable);
        }
        String open = names(trained.stream().filter(a -> !(answer(decision, a.item()) instanceof Answer.Word)));
        if (!open.isEmpty()) {
            return TEXTS.get("matrix.erasing.open", erased, open);
        }
        return trained.isEmpty() ? erased : TEXTS.get("matrix.erasing.harmless", erased);
    }

    private static Answer answer(Decision decision, ContextItem item) {
        return decision.answers().get(AnswerKey.ofItem(item.id(), "erasable")).orElse(Answer.DONT_KNOW);
    }
}
