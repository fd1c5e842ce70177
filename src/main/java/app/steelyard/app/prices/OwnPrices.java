package app.steelyard.app.prices;

import app.steelyard.app.prices.PriceEntry.Added;
import app.steelyard.document.PricesFolder;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.catalogue.Listed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prices that a person states, and as what they want names priced. */
public record OwnPrices(PricesFolder folder) {

    /** Adds prices; one of the same model, tier and first day takes the place of the one before. */
    public void add(List<Added> added) {
        if (added.isEmpty()) {
            return;
        }
        List<Listed> all = new ArrayList<>(folder.own());
        for (Added one : added) {
            all.removeIf(l -> isSame(l, one.listed()));
            all.add(one.listed());
        }
        folder.writeOwn(all);
    }

    private static boolean isSame(Listed one, Listed other) {
        return one.ref().equals(other.ref())
                && one.card().tier() == other.card().tier()
                && one.card().validity().from().equals(other.card().validity().from());
    }

    /**
     * States how the cache of a model works, with all of one's own prices of it, or else with the price in use.
     *
     * @param inUse the price it has, where none is one's own
     */
    public void cached(PriceRef ref, String name, RateCard inUse, CachePolicy rules) {
        List<Listed> all = new ArrayList<>(folder.own());
        if (all.stream().noneMatch(l -> l.ref().equals(ref))) {
            all.add(new Listed(ref, name, null, inUse, List.of()));
        }
        all.replaceAll(l -> l.ref().equals(ref)
                ? new Listed(l.ref(), l.name(), l.contextWindow(), l.card(), l.aliases(), rules)
                : l);
        folder.writeOwn(all);
    }

    /** All of one's own prices of a model. */
    public List<Listed> of(PriceRef ref) {
        return folder.own().stream().filter(l -> l.ref().equals(ref)).toList();
    }

    /**
     * Takes away all of one's own prices of a model.
     *
     * @return how many there were
     */
    public int remove(PriceRef ref) {
        List<Listed> all = new ArrayList<>(folder.own());
        int before = all.size();
        all.removeIf(l -> l.ref().equals(ref));
        if (all.size() < before) {
            folder.writeOwn(all);
        }
        return before - all.size();
    }

    /** Prices names as a model from now on. */
    public void price(List<String> names, PriceRef as) {
        Map<String, PriceRef> all = new TreeMap<>(folder.names());
        names.forEach(n -> all.put(n.strip(), as));
        folder.writeNames(all);
    }

    /**
     * Prices names by what is known of them again.
     *
     * @return how many had been said
     */
    public int forget(List<String> names) {
        Map<String, PriceRef> all = new TreeMap<>(folder.names());
        int before = all.size();
        names.forEach(n -> all.remove(n.strip()));
        if (all.size() < before) {
            folder.writeNames(all);
        }
        return before - all.size();
    }
}
