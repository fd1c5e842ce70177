package app.steelyard.app.plan;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan's traffic as people say it, in sentences whose words are numbers of the plan: conversations and turns where there are
 * any, requests where not.
 */
public final class TrafficWords {
    private static final Texts TEXTS = Texts.of(TrafficWords.class);
    /** Stands in a sentence where a word goes. */
    private static final Pattern PLACE = Pattern.compile("\u0001(\\d+)\u0001");

    private TrafficWords() {}

    /** A piece of the text. */
    public sealed interface Part {
        String text();
    }

    /** What only joins. */
    public record Plain(String text) implements Part {}

    /** A number that may be changed. */
    public record Word(PlanNumber number, String text) implements Part {}

    /** The traffic of {@code plan}. */
    public static List<Part> of(Plan plan) {
        Map<String, List<PlanNumber>> sentences = new LinkedHashMap<>();
        if (PlanField.TURNS.matters(plan)) {
            boolean counted = !Double.isNaN(PlanField.SESSIONS_PER_MONTH.get(plan));
            sentences.put(
                    counted ? "traffic.sessions" : "traffic.turns",
                    List.of(counted ? PlanField.SESSIONS_PER_MONTH : PlanField.REQUESTS_PER_MONTH, PlanField.TURNS));
            if (PlanField.GAP_MEDIAN.matters(plan)) {
                sentences.put("traffic.gap", List.of(PlanField.GAP_MEDIAN));
            }
            plan.items().stream()
                    .filter(i -> i.growing().grows())
                    .map(ContextItem::id)
                    .findFirst()
                    .ifPresent(id ->
                            sentences.put("traffic.grows", List.of(new ItemNumber(id, ItemNumber.Kind.PER_TURN))));
        } else {
            sentences.put("traffic.single", List.of(PlanField.REQUESTS_PER_MONTH));
        }
        sentences.put("traffic.answer", List.of(PlanField.OUTPUT_TOKENS));
        boolean always = PlanField.ACTIVE_HOURS_PER_DAY.get(plan) >= 24;
        sentences.put(
                always ? "traffic.steady" : "traffic.busy",
                always
                        ? List.of(PlanField.GROWTH_PER_MONTH, PlanField.ACTIVE_HOURS_PER_DAY)
                        : List.of(PlanField.GROWTH_PER_MONTH, PlanField.ACTIVE_SHARE, PlanField.ACTIVE_HOURS_PER_DAY));
        List<Part> parts = new ArrayList<>();
        sentences.forEach((key, numbers) -> parts.addAll(parts(key, numbers, plan)));
        return parts;
    }

    private static List<Part> parts(String key, List<PlanNumber> numbers, Plan plan) {
        Object[] places = new Object[numbers.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = "\u0001" + i + "\u0001";
        }
        String sentence = TEXTS.get(key, places);
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            plain(sentence.substring(from, place.start()), parts);
            PlanNumber number = numbers.get(Integer.parseInt(place.group(1)));
            parts.add(new Word(number, shown(number, plan)));
            from = place.end();
        }
        plain(sentence.substring(from), parts);
        return parts;
    }

    /** With three digits where it is no whole number. */
    private static String shown(PlanNumber number, Plan plan) {
        double value = number.get(plan);
        boolean exact = Double.isNaN(value) || value == Math.rint(value) || Math.abs(value) < 1;
        double told =
                exact ? value : new BigDecimal(value).round(new MathContext(3)).doubleValue();
        return Typing.withUnit(plan.currency().of(told, number.unit()));
    }

    private static void plain(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Plain(text));
        }
    }
}
