package app.steelyard.app.prices;

import app.steelyard.plan.Inference;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model as it stands in the list of all, with what a million tokens cost on a day.
 *
 * @param quote empty where it has no price at the tier
 * @param origin whence the price comes, in a word or two
 * @param age how long ago it was read; empty where there is none
 * @param sought all that a search finds it by
 */
public record PriceLine(
        PriceRef ref,
        String name,
        @Nullable Long contextWindow,
        Optional<Quote<RateCard>> quote,
        String origin,
        String age,
        String sought) {
    private static final Texts TEXTS = Texts.of(PriceLine.class);
    private static final String NONE = "–";

    /** At the tier and on the day of a plan. */
    public static PriceLine of(PriceRef ref, Inference inference, PriceBook book) {
        return of(ref, inference.tier(), inference.pricesAsOf(), book);
    }

    static PriceLine of(PriceRef ref, ServiceTier tier, LocalDate day, PriceBook book) {
        Model model = book.model(ref).orElseThrow();
        Optional<Quote<RateCard>> quote = book.rates(ref, tier, day);
        return new PriceLine(
                ref,
                model.name(),
                model.contextWindow(),
                quote,
                quote.map(q -> origin(q, ref, book)).orElse(NONE),
                quote.map(q -> age(q, day)).orElse(""),
                (ref + " " + model.name()).toLowerCase(Locale.ROOT));
    }

    private static String origin(Quote<RateCard> quote, PriceRef ref, PriceBook book) {
        String own = quote.marks().contains(PriceMark.OWN)
                ? TEXTS.get("origin.own")
                : quote.marks().contains(PriceMark.CATALOGUE)
                        ? TEXTS.get("origin.catalogue")
                        : quote.marks().contains(PriceMark.AS_PUBLISHED)
                                ? TEXTS.get("origin.example")
                                : TEXTS.get("origin.checked");
        boolean agreed = book.contract().vendors().contains(ref.vendor());
        return agreed ? TEXTS.get("origin.agreed", own) : own;
    }

    private static String age(Quote<RateCard> quote, LocalDate day) {
        long days = ChronoUnit.DAYS.between(quote.fact().source().read(), day);
        return days < 0 ? TEXTS.get("age.after") : TEXTS.get("age", days);
    }

    boolean has(List<String> words) {
        return words.stream().allMatch(sought::contains);
    }

    public String input() {
        return quote.map(q -> PriceWords.money(q.fact(), q.fact().prices().input()))
                .orElse(NONE);
    }

    public String cached() {
        return quote.map(q -> PriceWords.money(q.fact(), q.fact().prices().cachedRead()))
                .orElse(NONE);
    }

    public String output() {
        return quote.map(q -> PriceWords.money(q.fact(), q.fact().prices().output()))
                .orElse(NONE);
    }

    /** Whether it was read so long ago that it may have changed. */
    public boolean isStale() {
        return quote.filter(q -> q.marks().contains(PriceMark.STALE)).isPresent();
    }

    /** Whether it was read after the day of which prices are wanted. */
    public boolean isAfter(LocalDate day) {
        return quote.filter(q -> q.fact().source().read().isAfter(day)).isPresent();
    }

    /** Whether it is no price of a vendor but one of a publication's examples. */
    boolean isExample() {
        return quote.filter(q -> q.marks().contains(PriceMark.AS_PUBLISHED)).isPresent();
    }
}
