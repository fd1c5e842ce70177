package app.steelyard.cost;

import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Where a design keeps information, or behaviour, and what follows of it beside money, as the guide's matrix has it: how
 * soon a change is in force, who holds the text, and how it is taken out again. Of several places the one that is hardest to
 * change counts.
 *
 * @param kind of what is kept
 * @param place where the hardest to change of it is; what the vendor does not cache counts as plain prompt
 * @param cacheSeconds how long the vendor's cache holds it; 0 unless it is cached, NaN where that is not known
 * @param retrainEveryMonths how often the weights are trained anew; 0 unless it is in them, or for never
 */
public record Handling(Kind kind, Placement place, double cacheSeconds, double retrainEveryMonths) {
    private static final Texts TEXTS = Texts.of(Handling.class);
    /** From the easiest to change. */
    private static final List<Placement> EASE =
            List.of(Placement.PLAIN_PROMPT, Placement.CACHED_PREFIX, Placement.RETRIEVED, Placement.WEIGHTS);

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /** What is compared beside money, in order. */
    public enum Aspect {
        /** How soon a change is in force. A cached text is found by what it says, so that a new one is in force at once. */
        UPDATED,
        /** Who holds it, and for how long. */
        KEPT,
        /** How it is taken out again. */
        ERASED;

        /** As shown. */
        public String label() {
            return TEXTS.name(this);
        }
    }

    /** How soon a change, or a removal, is in force. */
    public enum Pace {
        NEXT_REQUEST,
        /** When the vendor's cache has forgotten it. */
        CACHE_LIFETIME,
        /** When the index of what is retrieved has been made anew. */
        HOURS,
        /** When the weights have been trained anew. */
        RETRAINING
    }

    /** Of one design: information first, without a kind that no item is of. */
    public static List<Handling> of(Plan plan, Evaluation evaluation) {
        return of(
                plan,
                evaluation.architecture().placements(),
                evaluation instanceof Evaluation.Priced priced ? priced.caches() : null);
    }

    /** @param caches what is cached; null where that is not known */
    public static List<Handling> of(Plan plan, List<Placement> placements, @Nullable Caches caches) {
        List<Handling> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int hardest = -1;
            for (int i = 0; i < placements.size(); i++) {
                if (plan.items().get(i).kind() == kind) {
                    String id = plan.items().get(i).id();
                    boolean kept = placements.get(i) != Placement.CACHED_PREFIX
                            || caches == null
                            || caches.parts().stream()
                                    .anyMatch(p -> p.item().id().equals(id) && p.cachedTokens() > 0);
                    hardest = Math.max(hardest, EASE.indexOf(kept ? placements.get(i) : Placement.PLAIN_PROMPT));
                }
            }
            if (hardest >= 0) {
                Placement place = EASE.get(hardest);
                all.add(new Handling(
                        kind,
                        place,
                        place == Placement.CACHED_PREFIX ? seconds(caches) : 0,
                        place == Placement.WEIGHTS ? plan.tuning().retrainEveryMonths() : 0));
            }
        }
        return List.copyOf(all);
    }

    private static double seconds(@Nullable Caches caches) {
        CacheLifetime lifetime = caches == null ? null : caches.lifetime();
        return lifetime == null ? Double.NaN : lifetime.duration().toSeconds();
    }

    /** How soon a change is in force. */
    public Pace updated() {
        return place == Placement.CACHED_PREFIX ? Pace.NEXT_REQUEST : erased();
    }

    /** How soon something is taken out. */
    public Pace erased() {
        return switch (place) {
            case PLAIN_PROMPT -> Pace.NEXT_REQUEST;
            case CACHED_PREFIX -> Pace.CACHE_LIFETIME;
            case RETRIEVED -> Pace.HOURS;
            case WEIGHTS -> Pace.RETRAINING;
        };
    }

    /** One aspect in a few words. */
    public String words(Aspect aspect) {
        return switch (aspect) {
            case UPDATED -> pace(updated());
            case KEPT ->
                place == Placement.CACHED_PREFIX && cacheSeconds > 0
                        ? TEXTS.get("keeping.kept.for", lifetime())
                        : TEXTS.get("keeping.kept." + place);
            case ERASED -> erased() == Pace.RETRAINING ? TEXTS.get("keeping.erased.RETRAINING") : pace(erased());
        };
    }

    private String pace(Pace pace) {
        return switch (pace) {
            case RETRAINING ->
                retrainEveryMonths > 0
                        ? TEXTS.get("keeping.every", Numbers.months(OptionalDouble.of(retrainEveryMonths)))
                        : TEXTS.get("keeping.RETRAINING");
            case CACHE_LIFETIME ->
                cacheSeconds > 0 ? TEXTS.get("keeping.after", lifetime()) : TEXTS.get("keeping.CACHE_LIFETIME");
            case NEXT_REQUEST, HOURS -> TEXTS.get("keeping." + pace);
        };
    }

    private String lifetime() {
        return cacheSeconds < HOUR
                ? TEXTS.get("keeping.minutes", Numbers.count(cacheSeconds / MINUTE))
                : TEXTS.get("keeping.hours", Numbers.count(cacheSeconds / HOUR));
    }

    /** One aspect of both kinds in a sentence's part; once where they are alike. */
    public static String words(List<Handling> all, Aspect aspect) {
        List<String> words = all.stream().map(k -> k.words(aspect)).distinct().toList();
        return words.size() == 1
                ? words.get(0)
                : String.join(
                        "; ",
                        all.stream()
                                .map(k -> TEXTS.get("keeping.of", Names.of(k.kind()), k.words(aspect)))
                                .toList());
    }
}
