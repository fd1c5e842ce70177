package app.steelyard.app.prices;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.catalogue.CacheWords;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rules of a known model's prompt cache in words, which others may be said to be like.
 *
 * @param like the model that has them
 * @param words as {@link CacheWords} reads them
 */
public record CacheRules(PriceRef like, String words) {
    private static final Texts TEXTS = Texts.of(CacheRules.class);

    /** All that are known on a day: of each vendor each once, of its model that comes first. */
    public static List<CacheRules> known(PriceBook book, LocalDate day) {
        Map<String, CacheRules> all = new TreeMap<>();
        for (Model model : book.models()) {
            book.cachePolicy(model.ref(), day)
                    .flatMap(q -> CacheWords.like(q.fact()))
                    .ifPresent(words ->
                            all.putIfAbsent(model.ref().vendor() + " " + words, new CacheRules(model.ref(), words)));
        }
        return List.copyOf(all.values());
    }

    /** Whether reading from a model's cache has a price while nothing says how that cache works. */
    public static boolean unknown(PriceRef ref, ServiceTier tier, LocalDate day, PriceBook book) {
        return book.cachePolicy(ref, day).isEmpty()
                && book.rates(ref, tier, day)
                        .filter(q -> q.fact().prices().cachedRead() != null)
                        .isPresent();
    }

    /** That they are not known, and what follows from it, as a sentence. */
    public static String sentence(List<PriceRef> refs) {
        String named = refs.stream().map(PriceRef::vendor).distinct().collect(Collectors.joining(", "));
        return TEXTS.get("cacheRules.unknown", named);
    }
}
