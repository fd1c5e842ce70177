package app.steelyard.pricing.kind;

import app.steelyard.plan.ServiceTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How requests were served, as far as it changes their price.
 *
 * @param speed how fast, where that is sold
 * @param place region or country in which alone it was served; empty for anywhere
 * @param provisioned whether capacity that was bought beforehand served it, so that no token has a price
 * @param other a word for a way of serving that nobody here knows; empty where there is none
 */
public record Modifiers(ServiceTier tier, Speed speed, String place, boolean provisioned, String other) {
    /** As everyone gets it who asks for nothing. */
    public static final Modifiers STANDARD = new Modifiers(ServiceTier.STANDARD, Speed.STANDARD, "", false, "");

    private static final Set<String> USUAL = Set.of(
            "",
            "standard",
            "default",
            "auto",
            "on_demand",
            "ondemand",
            "none",
            "null",
            "standard_only",
            "normal",
            "message");
    private static final Set<String> BOUGHT = Set.of(
            "provisioned",
            "provisioned_throughput",
            "provisioned_managed",
            "provisionedmanaged",
            "ptu",
            "reserved",
            "scale",
            "dedicated");
    private static final Set<String> ANYWHERE =
            Set.of("", "global", "any", "default", "not_available", "unknown", "none", "null");
    private static final String PLACE = "place=";
    private static final String OTHER = "other=";

    /** How fast a model answers. */
    public enum Speed {
        STANDARD,
        FAST,
        ULTRAFAST
    }

    /** What a source's word for the service tier means; standard where it states none. */
    public static Modifiers ofTier(@Nullable String word) {
        return STANDARD.served(word);
    }

    /** The same as read from a ledger: the source's word for the tier, and {@link #beside}. */
    public static Modifiers of(@Nullable String tier, @Nullable String beside) {
        Modifiers all = ofTier(tier);
        for (String word : beside == null ? List.<String>of() : List.of(beside.split(" ", -1))) {
            if (word.startsWith(PLACE)) {
                all = all.at(word.substring(PLACE.length()));
            } else if (word.startsWith(OTHER)) {
                all = all.served(word.substring(OTHER.length()));
            } else {
                all = all.served(word);
            }
        }
        return all;
    }

    /** The same with one more word for how it was served. */
    public Modifiers served(@Nullable String word) {
        String name = normal(word);
        if (USUAL.contains(name)) {
            return this;
        }
        if (BOUGHT.contains(name)) {
            return new Modifiers(tier, speed, place, true, other);
        }
        return switch (name) {
            case "batch", "batches", "batch_api" -> on(ServiceTier.BATCH);
            case "flex", "on_demand_flex" -> on(ServiceTier.FLEX);
            case "priority", "on_demand_priority" -> on(ServiceTier.PRIORITY);
            case "fast", "fast_mode" -> new Modifiers(tier, Speed.FAST, place, provisioned, other);
            case "ultrafast" -> new Modifiers(tier, Speed.ULTRAFAST, place, provisioned, other);
            default -> new Modifiers(tier, speed, place, provisioned, name);
        };
    }

    /** The same, served in {@code where} only. */
    public Modifiers at(@Nullable String where) {
        String name = normal(where);
        return ANYWHERE.contains(name) ? this : new Modifiers(tier, speed, name, provisioned, other);
    }

    private Modifiers on(ServiceTier value) {
        return new Modifiers(value, speed, place, provisioned, other);
    }

    /** In words, but for the tier; null where there is nothing to say. */
    public @Nullable String beside() {
        List<String> words = new ArrayList<>();
        if (speed != Speed.STANDARD) {
            words.add(speed.name().toLowerCase(Locale.ROOT));
        }
        if (!place.isEmpty()) {
            words.add(PLACE + place);
        }
        if (provisioned) {
            words.add("provisioned");
        }
        if (!other.isEmpty()) {
            words.add(OTHER + other);
        }
        return words.isEmpty() ? null : String.join(" ", words);
    }

    private static String normal(@Nullable String word) {
        return word == null ? "" : word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
