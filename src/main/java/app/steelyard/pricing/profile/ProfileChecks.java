package app.steelyard.pricing.profile;

import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheWrite;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.catalogue.Unlikely;
import app.steelyard.text.Names;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is unlikely in a profile that reads well: figures that break rules all vendors keep to, and so are often slips of
 * the pen or errors of a data set.
 */
public final class ProfileChecks {
    private static final Texts TEXTS = Texts.of(ProfileChecks.class);
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    private final JsonValue root;
    private final List<Problem> warnings = new ArrayList<>();

    private ProfileChecks(JsonValue root) {
        this.root = root;
    }

    /** The warnings for a profile, which is usable all the same; none for one that was refused. */
    public static List<Problem> warnings(JsonReading<Profile> reading) {
        Profile profile = reading.value();
        if (profile == null || reading.root() == null) {
            return List.of();
        }
        ProfileChecks checks = new ProfileChecks(reading.root());
        for (int i = 0; i < profile.models().size(); i++) {
            checks.model("/models/" + i, profile.models().get(i));
        }
        return List.copyOf(checks.warnings);
    }

    private void warn(String pointer, String key, Object... arguments) {
        warnings.add(root.problem(pointer, TEXTS.get(key, arguments)));
    }

    private void model(String at, Model model) {
        Map<String, Duration> lifetimes = new HashMap<>();
        model.cachePolicies().forEach(p -> p.lifetimes().forEach(l -> lifetimes.put(l.name(), l.duration())));
        cards(at + "/rates", model.rates(), lifetimes);
        boolean cached = model.rates().stream().anyMatch(r -> r.prices().cachedRead() != null);
        if (cached && model.cachePolicies().isEmpty()) {
            warn(at, "warn.noPolicy");
        }
        for (int i = 0; i < model.tuning().size(); i++) {
            String offerAt = at + "/tuning/" + i;
            TuningOffer offer = model.tuning().get(i);
            cards(offerAt + "/rates", offer.rates(), lifetimes);
            notCheaper(offerAt + "/rates", offer.rates(), model.rates());
            List<LocalDate> ends = Stream.of(offer.soldUntil(), offer.jobsUntil(), offer.inferenceUntil())
                    .filter(Objects::nonNull)
                    .toList();
            if (!ends.equals(ends.stream().sorted().toList())) {
                warn(offerAt, "warn.tuningDates");
            }
        }
    }

    private void cards(String at, List<RateCard> cards, Map<String, Duration> lifetimes) {
        for (int i = 0; i < cards.size(); i++) {
            RateCard card = cards.get(i);
            prices(at + "/" + i + "/prices", card.prices(), lifetimes);
            LongContext longContext = card.longContext();
            if (longContext != null) {
                prices(at + "/" + i + "/longContext/prices", longContext.prices(), lifetimes);
            }
            if (card.tier() == ServiceTier.BATCH || card.tier() == ServiceTier.FLEX) {
                String pricesAt = at + "/" + i + "/prices";
                standardFor(cards, card).ifPresent(standard -> {
                    half(
                            pricesAt + "/input",
                            card,
                            card.prices().input(),
                            standard.prices().input());
                    half(
                            pricesAt + "/output",
                            card,
                            card.prices().output(),
                            standard.prices().output());
                });
            }
        }
    }

    private void prices(String at, TokenPrices prices, Map<String, Duration> lifetimes) {
        BigDecimal input = prices.input();
        for (int i = 0; i < prices.cacheWrites().size(); i++) {
            String place = at + "/cacheWrites/" + i;
            Unlikely.write(prices.cacheWrites().get(i), input)
                    .ifPresent(text -> warnings.add(root.problem(place, text)));
        }
        List<CacheWrite> byLifetime = prices.cacheWrites().stream()
                .sorted(Comparator.comparing(w -> lifetimes.getOrDefault(w.lifetime(), Duration.ZERO)))
                .toList();
        for (int i = 1; i < byLifetime.size(); i++) {
            CacheWrite longer = byLifetime.get(i);
            CacheWrite shorter = byLifetime.get(i - 1);
            if (longer.price().compareTo(shorter.price()) < 0) {
                warn(
                        at + "/cacheWrites",
                        "warn.writeOrder",
                        longer.lifetime(),
                        plain(longer.price()),
                        plain(shorter.price()),
                        shorter.lifetime());
            }
        }
        Unlikely.output(prices).ifPresent(text -> warnings.add(root.problem(at + "/output", text)));
    }

    private static Optional<RateCard> standardFor(List<RateCard> cards, RateCard card) {
        return cards.stream()
                .filter(c -> c.tier() == ServiceTier.STANDARD
                        && c.currency().equals(card.currency())
                        && c.validity().contains(card.validity().from()))
                .findFirst();
    }

    private void half(String at, RateCard card, @Nullable BigDecimal price, @Nullable BigDecimal standard) {
        if (price == null || standard == null) {
            return;
        }
        BigDecimal expected = standard.divide(BigDecimal.TWO);
        if (price.subtract(expected).abs().compareTo(expected.multiply(TOLERANCE)) > 0) {
            warn(at, "warn.half", Names.word(card.tier()), plain(price), plain(standard));
        }
    }

    private void notCheaper(String at, List<RateCard> tuned, List<RateCard> base) {
        for (int i = 0; i < tuned.size(); i++) {
            RateCard card = tuned.get(i);
            Optional<RateCard> other = base.stream()
                    .filter(b -> b.tier() == card.tier()
                            && b.currency().equals(card.currency())
                            && b.validity().contains(card.validity().from()))
                    .findFirst();
            if (other.isPresent()
                    && card.prices().input().compareTo(other.get().prices().input()) < 0) {
                warn(
                        at + "/" + i + "/prices/input",
                        "warn.tunedCheaper",
                        plain(card.prices().input()),
                        plain(other.get().prices().input()));
            }
        }
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
