package app.steelyard.pricing.profile;

import app.steelyard.json.JsonValue;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What no profile may say although each value by itself is in form: contradictions within one file. */
record ProfileSense(JsonValue root) {
    private static final Texts TEXTS = Texts.of(ProfileSense.class);

    /** Refuses what contradicts itself in {@code profile}, which was read from {@code root}. */
    static void check(Profile profile, JsonValue root) {
        new ProfileSense(root).profile(profile);
    }

    private void refuse(String pointer, String key, Object... arguments) {
        root.refuse(pointer, TEXTS.get(key, arguments));
    }

    private void profile(Profile profile) {
        Set<PriceRef> seen = new HashSet<>();
        for (int i = 0; i < profile.models().size(); i++) {
            Model model = profile.models().get(i);
            String at = "/models/" + i;
            if (!seen.add(model.ref())) {
                refuse(at + "/id", "id.twice", model.ref().id());
            }
            model(at, model);
        }
        seen.clear();
        for (int i = 0; i < profile.services().size(); i++) {
            Service service = profile.services().get(i);
            String at = "/services/" + i;
            if (!seen.add(service.ref())) {
                refuse(at + "/id", "id.twice", service.ref().id());
            }
            overlaps(at + "/prices", service.prices(), (a, b) -> true);
        }
        overlaps(
                "/surcharges",
                profile.surcharges(),
                (a, b) -> a.modifier() == b.modifier()
                        && a.place().equals(b.place())
                        && !Collections.disjoint(a.models(), b.models()));
        overlaps("/fees", profile.fees(), (a, b) -> a.fee() == b.fee() && common(a.models(), b.models()));
    }

    /** None stands for all. */
    private static boolean common(List<String> some, List<String> others) {
        return some.isEmpty() || others.isEmpty() || !Collections.disjoint(some, others);
    }

    private void model(String at, Model model) {
        Set<String> lifetimes = model.cachePolicies().stream()
                .flatMap(p -> p.lifetimes().stream())
                .map(CacheLifetime::name)
                .collect(Collectors.toSet());
        cards(at + "/rates", model.rates(), lifetimes);
        overlaps(at + "/cachePolicies", model.cachePolicies(), (a, b) -> true);
        for (int i = 0; i < model.cachePolicies().size(); i++) {
            uniqueLifetimes(
                    at + "/cachePolicies/" + i + "/lifetimes",
                    "name",
                    model.cachePolicies().get(i).lifetimes().stream()
                            .map(CacheLifetime::name)
                            .toList());
        }
        overlaps(at + "/tuning", model.tuning(), (a, b) -> true);
        for (int i = 0; i < model.tuning().size(); i++) {
            TuningOffer offer = model.tuning().get(i);
            if (offer.trainingPerMillionTokens() == null && offer.trainingPerHour() == null) {
                refuse(at + "/tuning/" + i, "training");
            }
            cards(at + "/tuning/" + i + "/rates", offer.rates(), lifetimes);
        }
    }

    private void cards(String at, List<RateCard> cards, Set<String> lifetimes) {
        overlaps(at, cards, (a, b) -> a.tier() == b.tier());
        for (int i = 0; i < cards.size(); i++) {
            RateCard card = cards.get(i);
            String prices = at + "/" + i + "/prices";
            prices(prices, card.prices(), lifetimes);
            LongContext longContext = card.longContext();
            if (longContext != null) {
                String longPrices = at + "/" + i + "/longContext/prices";
                prices(longPrices, longContext.prices(), lifetimes);
                longTier(longPrices, card.prices(), longContext.prices());
            }
        }
    }

    private void prices(String at, TokenPrices prices, Set<String> lifetimes) {
        BigDecimal cached = prices.cachedRead();
        if (cached != null && cached.compareTo(prices.input()) > 0) {
            refuse(at + "/cachedRead", "cached", plain(cached), plain(prices.input()));
        }
        List<String> written =
                prices.cacheWrites().stream().map(CacheWrite::lifetime).toList();
        uniqueLifetimes(at + "/cacheWrites", "lifetime", written);
        for (int i = 0; i < written.size(); i++) {
            if (!lifetimes.contains(written.get(i))) {
                String known = lifetimes.stream().sorted().collect(Collectors.joining(", "));
                refuse(
                        at + "/cacheWrites/" + i + "/lifetime",
                        known.isEmpty() ? "lifetime.none" : "lifetime",
                        written.get(i),
                        known);
            }
        }
    }

    private void longTier(String at, TokenPrices base, TokenPrices above) {
        notBelow(at + "/input", base.input(), above.input());
        notBelow(at + "/cachedRead", base.cachedRead(), above.cachedRead());
        notBelow(at + "/output", base.output(), above.output());
        for (int i = 0; i < above.cacheWrites().size(); i++) {
            CacheWrite write = above.cacheWrites().get(i);
            notBelow(
                    at + "/cacheWrites/" + i + "/price",
                    base.write(write.lifetime()).orElse(null),
                    write.price());
        }
    }

    private void notBelow(String at, @Nullable BigDecimal base, @Nullable BigDecimal above) {
        if (base != null && above != null && above.compareTo(base) < 0) {
            refuse(at, "long", plain(above), plain(base));
        }
    }

    private void uniqueLifetimes(String at, String key, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                refuse(at + "/" + i + "/" + key, "lifetime.twice", names.get(i));
            }
        }
    }

    private <T extends Dated> void overlaps(String at, List<T> facts, BiPredicate<T, T> comparable) {
        for (int i = 1; i < facts.size(); i++) {
            for (int j = 0; j < i; j++) {
                Validity later = facts.get(i).validity();
                Validity earlier = facts.get(j).validity();
                if (comparable.test(facts.get(i), facts.get(j)) && overlap(later, earlier)) {
                    refuse(at + "/" + i + "/validFrom", "overlap", span(later), span(earlier), at + "/" + j);
                    break;
                }
            }
        }
    }

    private static boolean overlap(Validity a, Validity b) {
        return (a.to() == null || a.to().isAfter(b.from())) && (b.to() == null || b.to().isAfter(a.from()));
    }

    private static String span(Validity validity) {
        return validity.to() == null
                ? TEXTS.get("span.open", validity.from())
                : TEXTS.get("span", validity.from(), validity.to());
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
