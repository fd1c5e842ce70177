package app.steelyard.app.check;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.profile.ProfileReader;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number that somebody else worked out, which the program must reproduce.
 *
 * @param id stable
 * @param source who worked it out
 * @param figures of {@code plan}, whose sum is meant: results such as {@code first-month(uncached)}, and
 *     {@code cached-tokens}, {@code break-even} and {@code read-share} of a design
 * @param each what the sum is divided by
 * @param within how far off it may be
 */
public record WorkedNumber(
        String id,
        String what,
        String source,
        Plan plan,
        List<String> figures,
        double each,
        double expected,
        double within) {

    /**
     * A worked number beside the program's own.
     *
     * @param got NaN where it could not be worked out
     */
    public record Checked(WorkedNumber number, double got) {
        public boolean passed() {
            return Math.abs(got - number.expected) <= number.within;
        }
    }

    public WorkedNumber {
        figures = List.copyOf(figures);
    }

    /** Those that come with the program. */
    public static List<WorkedNumber> shipped() {
        return JsonReader.packaged(WorkedNumber.class, "worked.json", WorkedNumber::all)
                .packaged();
    }

    /** The prices that they were worked out with, beside those that are shipped. */
    static Profile prices() {
        return JsonReader.packaged(WorkedNumber.class, "worked-prices.json", ProfileReader::profile)
                .packaged();
    }

    static List<WorkedNumber> all(JsonValue root) {
        List<WorkedNumber> all = root.objects("numbers", WorkedNumber::of);
        root.done();
        return all;
    }

    private static WorkedNumber of(JsonValue json) {
        Plan plan = json.member("plan")
                .map(p -> p.object(WorkedNumber::plan))
                .orElseGet(() -> PlanSource.sample("caching"));
        return new WorkedNumber(
                json.filled("id"),
                json.filled("what"),
                json.filled("source"),
                plan,
                json.member("figures")
                        .map(l -> l.<String>list(JsonValue::filled))
                        .orElse(List.of()),
                json.numberOr("each", 1),
                json.number("expected"),
                json.number("within"));
    }

    /** A sample with other models, items and numbers. */
    private static Plan plan(JsonValue json) {
        Plan plan = PlanSource.sample(json.filled("sample"));
        plan = PlanSource.withModel(plan, reference(json, "model"));
        PriceRef tuned = reference(json, "tunedModel");
        plan = tuned == null ? plan : plan.withTuning(plan.tuning().withModel(tuned));
        Optional<String> lifetime = json.optional("lifetime").map(JsonValue::filled);
        plan = plan.withCaching(plan.caching().withLifetime(lifetime.orElse(null)));
        Optional<JsonValue> items = json.optional("items");
        plan = items.isEmpty() ? plan : plan.withItems(items.get().list(i -> i.object(WorkedNumber::item)));
        return json.optional("numbers").isEmpty()
                ? plan
                : numbers(plan, json.optional("numbers").get());
    }

    private static Plan numbers(Plan plan, JsonValue numbers) {
        Plan[] changed = {plan};
        numbers.members((path, value) -> PlanNumber.at(plan, path)
                .ifPresentOrElse(n -> changed[0] = n.with(changed[0], value.number()), () -> value.refuse(path)));
        return changed[0];
    }

    private static @Nullable PriceRef reference(JsonValue json, String member) {
        return json.optional(member).map(m -> PriceRef.parse(m.filled())).orElse(null);
    }

    private static ContextItem item(JsonValue json) {
        String id = json.filled("id");
        double perTurn = json.numberOr("perTurn", 0);
        return new ContextItem(
                id,
                id,
                json.number("tokens"),
                json.choice("kind", Kind.class),
                json.choice("scope", Scope.class),
                0,
                json.choice("placement", Placement.class),
                null,
                perTurn > 0 ? new Growth(perTurn, 0, null, 0) : null,
                null);
    }

    /** @param book in which the prices are that it was worked out with */
    Checked check(PriceBook book) {
        Comparison comparison = Comparison.of(plan, book);
        double sum = 0;
        for (String figure : figures) {
            sum += figure(figure, comparison, book);
        }
        return new Checked(this, sum / each);
    }

    private static double figure(String text, Comparison comparison, PriceBook book) {
        String name = text.substring(0, text.indexOf('('));
        return switch (name) {
            case "cached-tokens" -> ofCaches(text, comparison, Caches::cachedTokens);
            case "break-even" -> ofCaches(text, comparison, Caches::breakEven);
            case "read-share" -> {
                Optional<Evaluation.Priced> design = subject(text).in(comparison);
                yield design.map(d -> readShare(comparison.plan(), d.architecture(), book))
                        .orElse(Double.NaN);
            }
            default -> Result.parse(text).of(comparison);
        };
    }

    private static double ofCaches(String text, Comparison comparison, ToDoubleFunction<Caches> figure) {
        return subject(text)
                .in(comparison)
                .map(d -> figure.applyAsDouble(d.caches()))
                .orElse(Double.NaN);
    }

    private static Subject subject(String text) {
        return Result.subject(text.substring(text.indexOf('(') + 1, text.length() - 1));
    }

    private static double readShare(Plan plan, Architecture architecture, PriceBook book) {
        Batch batch = Batch.of(plan, List.of(architecture), book);
        Batch.Reads reads = Batch.Reads.of(batch, batch.columns(1));
        batch.worker().read(batch.columns(1), 0, 1, reads);
        return reads.share(0, 0);
    }
}
