package app.steelyard.cli.terminal;

import app.steelyard.json.JsonText;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Names;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How values stand in the JSON of the commands. */
public final class JsonNodes {
    /** Digits that mean something: above the noise of floating-point sums. */
    private static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_UP);

    private JsonNodes() {}

    /** An object that begins as all of them do. */
    public static ObjectNode begin(Plan plan) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", plan.name());
        plan.draft().ifPresent(reason -> root.put("draft", reason));
        root.put("currency", plan.currency().code());
        root.put("horizonMonths", Math.round(plan.finance().horizonMonths()));
        return root;
    }

    /** Leaves out what is not known or endless. */
    public static void put(ObjectNode node, String key, double value) {
        if (Double.isFinite(value)) {
            node.put(key, rounded(value));
        }
    }

    /** The value, or null in its place where it is not known or endless. */
    public static void add(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(rounded(value));
        } else {
            array.addNull();
        }
    }

    private static BigDecimal rounded(double value) {
        return JsonText.plain(new BigDecimal(value, PRECISION));
    }

    /** Which number of the plan: path, name and unit. */
    public static void number(ObjectNode node, Plan plan, PlanNumber number) {
        node.put("path", number.path());
        node.put("name", NumberLabels.of(plan, number));
        node.put("unit", Names.word(number.unit()));
    }
}
