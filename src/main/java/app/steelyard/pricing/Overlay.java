package app.steelyard.pricing;

import app.steelyard.plan.PriceRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person added to the prices there are: prices of their own, prices taken over from newer public data, and as what
 * names are priced. A price holds for its days; what was known of other days, of caches and of tuning stays. Immutable.
 */
public final class Overlay {
    public static final Overlay NONE = new Overlay(List.of(), Map.of());

    private final List<Laid> all;
    private final Map<String, PriceRef> names;
    private final Map<PriceRef, List<Laid>> laid = new LinkedHashMap<>();
    private final Map<String, Set<PriceRef>> ids = new HashMap<>();

    /**
     * One price.
     *
     * @param name of the model, where it is not known yet
     * @param contextWindow in tokens; null where not stated
     * @param aliases other ids of the same model at the same vendor
     * @param cache the rules of its cache, as a person states them; null where nobody did
     * @param mark where it comes from
     */
    public record Laid(
            PriceRef ref,
            String name,
            @Nullable Long contextWindow,
            List<String> aliases,
            RateCard card,
            @Nullable CachePolicy cache,
            PriceMark mark) {
        public Laid {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A model with what was laid over it.
     *
     * @param marks where those of its prices come from that were laid over it
     */
    record Over(Model model, Map<RateCard, PriceMark> marks) {}

    /**
     * @param all later ones hold before earlier ones
     * @param names as what a name is priced; goes before everything that is known of it
     */
    public Overlay(List<Laid> all, Map<String, PriceRef> names) {
        this.all = List.copyOf(all);
        this.names = Map.copyOf(names);
        for (Laid one : all) {
            laid.computeIfAbsent(one.ref, r -> new ArrayList<>()).add(one);
            Stream.concat(Stream.of(one.ref.id()), one.aliases.stream())
                    .forEach(id -> ids.computeIfAbsent(id.toLowerCase(Locale.ROOT), i -> new LinkedHashSet<>())
                            .add(one.ref));
        }
    }

    /** The same with more over it. */
    public Overlay and(List<Laid> more) {
        return new Overlay(Stream.concat(all.stream(), more.stream()).toList(), names);
    }

    /** Whatever is laid over something. */
    Set<PriceRef> refs() {
        return laid.keySet();
    }

    /** Whether a person stated a price of it themselves. */
    boolean isOwn(PriceRef ref) {
        return laid.getOrDefault(ref, List.of()).stream().anyMatch(l -> l.mark == PriceMark.OWN);
    }

    Set<PriceRef> called(String id) {
        return ids.getOrDefault(id.toLowerCase(Locale.ROOT), Set.of());
    }

    /** As what a name is priced, as a person said. */
    public Optional<PriceRef> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** A model with what is laid over it; empty where there is neither. */
    Optional<Over> over(PriceRef ref, @Nullable Model below) {
        List<Laid> over = laid.getOrDefault(ref, List.of());
        if (over.isEmpty()) {
            return Optional.ofNullable(below).map(m -> new Over(m, Map.of()));
        }
        List<CachePolicy> caches = caches(over, below);
        List<RateCard> cards = new ArrayList<>(below == null ? List.of() : below.rates());
        Map<RateCard, PriceMark> marks = new HashMap<>();
        for (Laid one : over) {
            RateCard card = named(one.card, caches);
            cards = beside(card, cards, marks);
            cards.add(card);
            marks.put(card, one.mark);
        }
        Laid last = over.getLast();
        return Optional.of(new Over(
                below == null
                        ? new Model(ref, last.name, last.contextWindow, cards, caches, List.of(), null, null, "")
                        : new Model(
                                ref,
                                below.name(),
                                below.contextWindow() == null ? last.contextWindow : below.contextWindow(),
                                cards,
                                caches,
                                below.tuning(),
                                below.retires(),
                                below.standsFor(),
                                below.note()),
                Map.copyOf(marks)));
    }

    /** What a person states last goes before what is known. */
    private static List<CachePolicy> caches(List<Laid> over, @Nullable Model below) {
        return over.reversed().stream()
                .map(Laid::cache)
                .filter(Objects::nonNull)
                .findFirst()
                .map(List::of)
                .orElse(below == null ? List.of() : below.cachePolicies());
    }

    /** What of the cards holds on days on which {@code card} does not. */
    private static List<RateCard> beside(RateCard card, List<RateCard> cards, Map<RateCard, PriceMark> marks) {
        List<RateCard> left = new ArrayList<>();
        LocalDate from = card.validity().from();
        LocalDate to = card.validity().to();
        for (RateCard other : cards) {
            Validity known = other.validity();
            boolean before = known.to() != null && !known.to().isAfter(from);
            boolean after = to != null && !known.from().isBefore(to);
            if (other.tier() != card.tier() || before || after) {
                left.add(other);
                continue;
            }
            PriceMark mark = marks.remove(other);
            List<RateCard> pieces = new ArrayList<>();
            if (known.from().isBefore(from)) {
                pieces.add(other.during(new Validity(known.from(), from)));
            }
            if (to != null && (known.to() == null || known.to().isAfter(to))) {
                pieces.add(other.during(new Validity(to, known.to())));
            }
            left.addAll(pieces);
            if (mark != null) {
                pieces.forEach(p -> marks.put(p, mark));
            }
        }
        return left;
    }

    /** Public data has one name for the usual lifetime of a cache; a model's own rules may have another. */
    static RateCard named(RateCard card, List<CachePolicy> caches) {
        List<String> known = caches.stream()
                .flatMap(p -> p.lifetimes().stream())
                .map(CacheLifetime::name)
                .toList();
        return known.isEmpty() || known.contains(CacheWrite.USUAL)
                ? card
                : card.withWrites(
                        w -> w.lifetime().equals(CacheWrite.USUAL) ? new CacheWrite(known.getFirst(), w.price()) : w);
    }
}
