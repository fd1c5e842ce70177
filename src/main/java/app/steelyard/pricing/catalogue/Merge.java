package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts snapshots together, by the order in which they are trusted and never by majority: copies of one error agree too. A
 * model's prices come from the first snapshot that has it. A later one adds what the first does not state: a service tier,
 * where both agree on the standard price, a window, other ids.
 */
public final class Merge {
    private final Map<PriceRef, List<Listed>> models = new LinkedHashMap<>();

    private Merge() {}

    /** @param trusted the most trusted first */
    public static List<Listed> of(List<Snapshot> trusted) {
        Merge merge = new Merge();
        for (Snapshot snapshot : trusted) {
            Map<PriceRef, List<Listed>> more = new LinkedHashMap<>();
            snapshot.prices()
                    .forEach(l -> more.computeIfAbsent(l.ref(), r -> new ArrayList<>())
                            .add(l));
            more.forEach((ref, prices) -> merge.models.merge(ref, prices, Merge::joined));
        }
        return merge.models.values().stream().flatMap(List::stream).toList();
    }

    private static List<Listed> joined(List<Listed> known, List<Listed> more) {
        Long window = known.get(0).contextWindow() == null
                ? more.get(0).contextWindow()
                : known.get(0).contextWindow();
        Set<String> aliases = new LinkedHashSet<>(known.get(0).aliases());
        aliases.addAll(more.get(0).aliases());
        List<Listed> all = new ArrayList<>(known);
        Set<ServiceTier> tiers = new LinkedHashSet<>();
        known.forEach(l -> tiers.add(l.card().tier()));
        if (agreed(known, more)) {
            more.stream().filter(l -> !tiers.contains(l.card().tier())).forEach(all::add);
        }
        return all.stream()
                .map(l -> new Listed(l.ref(), l.name(), window, l.card(), List.copyOf(aliases)))
                .toList();
    }

    private static boolean agreed(List<Listed> known, List<Listed> more) {
        return more.stream()
                .filter(Merge::standing)
                .anyMatch(m -> known.stream()
                        .filter(Merge::standing)
                        .anyMatch(k -> k.card()
                                        .prices()
                                        .input()
                                        .compareTo(m.card().prices().input())
                                == 0));
    }

    private static boolean standing(Listed listed) {
        Validity validity = listed.card().validity();
        return listed.card().tier() == ServiceTier.STANDARD && validity.to() == null;
    }
}
