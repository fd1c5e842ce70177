package app.steelyard.pricing;

import app.steelyard.pricing.kind.Modality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All that is recorded of one vendor: the content of one profile file.
 *
 * @param vendor id, as in price references
 * @param asPublished whether the prices are those of a publication's examples rather than a vendor's list
 * @param surcharges for ways of serving, which may be of models that only the catalogue has
 * @param fees for what is billed beside tokens
 */
public record Profile(
        String vendor,
        String name,
        boolean asPublished,
        List<Model> models,
        List<Service> services,
        List<Surcharge> surcharges,
        List<FeePrice> fees,
        String note) {

    private static final Pattern WHERE = Pattern.compile("^(?:.*/)?(?:[a-z-]+\\.)*");

    public Profile {
        models = List.copyOf(models);
        services = List.copyOf(services);
        surcharges = List.copyOf(surcharges);
        fees = List.copyOf(fees);
    }

    /** Of models and services alone. */
    public Profile(
            String vendor, String name, boolean asPublished, List<Model> models, List<Service> services, String note) {
        this(vendor, name, asPublished, models, services, List.of(), List.of(), note);
    }

    /**
     * Rules of a cache that speak for a model of the vendor whose own are not recorded: those of the model most like it, of
     * those that sell writes as it does. Empty where no model of its family is known and the others differ.
     */
    List<CachePolicy> cachesLike(Model model) {
        List<Model> all = models.stream()
                .filter(m -> !m.cachePolicies().isEmpty() && m.standsFor() == null)
                .filter(m -> m.cachePolicies().getLast().mode() != CachePolicy.Mode.OBJECT)
                .filter(m -> sellsWrites(m) == sellsWrites(model))
                .toList();
        String family = words(model).getFirst();
        List<Model> kin =
                all.stream().filter(m -> words(m).getFirst().equals(family)).toList();
        boolean alike = all.stream().map(Profile::rules).distinct().count() == 1;
        return (kin.isEmpty() && alike ? all : kin)
                .stream()
                        .max(Comparator.<Model>comparingLong(m -> words(m).stream()
                                        .distinct()
                                        .filter(words(model)::contains)
                                        .count())
                                .thenComparingInt(
                                        m -> common(m.ref().id(), model.ref().id()))
                                .thenComparingLong(
                                        m -> m.cachePolicies().getLast().minimumTokens()))
                        .map(Profile::taken)
                        .orElse(List.of());
    }

    /** What a model of the vendor takes at the price of text, as far as its family tells. */
    Set<Modality> asTextLike(Model model) {
        String family = words(model).getFirst();
        return models.stream()
                .filter(m -> words(m).getFirst().equals(family) && m.standsFor() == null)
                .max(Comparator.comparingInt(
                        m -> common(m.ref().id(), model.ref().id())))
                .map(m -> m.rates().getLast().prices().kinds().asText())
                .orElse(Set.of());
    }

    private static boolean sellsWrites(Model model) {
        return model.rates().stream()
                .anyMatch(r ->
                        r.validity().to() == null && !r.prices().cacheWrites().isEmpty());
    }

    /** Of an id, without who made the model and from where it is served: the family first. */
    private static List<String> words(Model model) {
        String id = WHERE.matcher(model.ref().id().toLowerCase(Locale.ROOT)).replaceFirst("");
        return List.of(id.split("[^a-z]+", -1));
    }

    private static int common(String one, String other) {
        int n = 0;
        while (n < Math.min(one.length(), other.length()) && one.charAt(n) == other.charAt(n)) {
            n++;
        }
        return n;
    }

    private static List<Object> rules(Model model) {
        CachePolicy last = model.cachePolicies().getLast();
        return List.of(last.mode(), last.minimumTokens(), last.stepTokens(), last.lifetimes());
    }

    private static List<CachePolicy> taken(Model from) {
        List<CachePolicy> all = new ArrayList<>();
        for (CachePolicy policy : from.cachePolicies()) {
            all.add(policy.takenFrom(
                    from.ref(),
                    all.isEmpty() ? LocalDate.EPOCH : policy.validity().from()));
        }
        return List.copyOf(all);
    }
}
