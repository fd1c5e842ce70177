package app.steelyard.app.check;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Plan;
import app.steelyard.text.Names;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Real systems of which somebody published what their cache found or saved.
 *
 * @param systems all of them, also those that state neither
 */
public record Bank(List<Entry> systems) {

    public Bank {
        systems = List.copyOf(systems);
    }

    /** How the requests of a system come to its cache. */
    public enum CacheClass {
        EXPLICIT,
        AUTOMATIC_KEYED,
        AUTOMATIC_UNKEYED,
        /** Several. */
        MIXED;

        /** As written. */
        public String word() {
            return Names.word(this);
        }
    }

    /** What a figure is a share of. */
    public enum Kind {
        /** Of all input tokens, those read from the cache. */
        HIT,
        /** Of all that the system cost without a cache, what is saved. */
        SAVING;

        /** As written. */
        public String word() {
            return Names.word(this);
        }
    }

    /**
     * One system.
     *
     * @param grade A to C: how well it is told
     * @param date of the source, as far as it is known
     * @param figures empty for a system that states neither hit rate nor saving
     * @param leftOut why it has no figure; null where it has
     */
    public record Entry(
            String id,
            String system,
            String vendor,
            String grade,
            CacheClass cacheClass,
            String source,
            String date,
            List<Figure> figures,
            @Nullable String leftOut) {
        public Entry {
            figures = List.copyOf(figures);
        }
    }

    /**
     * One figure that was published.
     *
     * @param what of which part of the system; empty for the whole
     * @param truth 0 to 1
     * @param plan made of what else is stated, never of the truth
     */
    public record Figure(String what, Kind kind, double truth, Plan plan) {}

    /** That which comes with the program. */
    public static Bank shipped() {
        return JsonReader.packaged(Bank.class, "bank.json", Bank::of).packaged();
    }

    static Bank of(JsonValue root) {
        List<Entry> systems = root.objects("systems", Bank::entry);
        root.done();
        return new Bank(systems);
    }

    private static Entry entry(JsonValue json) {
        String id = json.filled("id");
        List<StatedSystem> usual = new ArrayList<>();
        json.optional("plan").ifPresent(p -> {
            StatedSystem stated = p.object(StatedSystem::of);
            if (stated != null) {
                usual.add(stated);
            }
        });
        String leftOut = json.optional("leftOut").map(JsonValue::filled).orElse(null);
        List<Figure> figures = leftOut == null ? json.objects("figures", f -> figure(f, id, usual)) : List.of();
        return new Entry(
                id,
                json.filled("system"),
                json.filled("vendor"),
                json.filled("grade"),
                json.choice("cacheClass", CacheClass.class),
                json.filled("source"),
                json.filled("date"),
                figures,
                leftOut);
    }

    private static @Nullable Figure figure(JsonValue json, String id, List<StatedSystem> usual) {
        String what = json.optional("what").map(JsonValue::text).orElse("");
        Kind kind = json.choice("kind", Kind.class);
        double truth = json.number("truth");
        StatedSystem own =
                json.optional("plan").map(p -> p.object(StatedSystem::of)).orElse(null);
        StatedSystem stated = usual.isEmpty()
                ? own
                : own == null ? usual.get(0) : usual.get(0).with(own);
        if (stated == null) {
            json.member("plan");
            return null;
        }
        return new Figure(what, kind, truth, stated.plan(id));
    }
}
