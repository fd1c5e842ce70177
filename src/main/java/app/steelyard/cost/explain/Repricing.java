package app.steelyard.cost.explain;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.engine.Quotes;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Dated;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.text.Currency;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan built on a publication's example prices, weighed again at dated list prices.
 *
 * @param comparison at list prices
 * @param reasons why it differs, as sentences
 */
public record Repricing(Comparison comparison, List<String> reasons) {
    private static final Texts TEXTS = Texts.of(Repricing.class);

    public Repricing {
        reasons = List.copyOf(reasons);
    }

    /** The same plan at list prices; empty where its models stand for no others. */
    public static Optional<Repricing> atListPrices(Comparison asPublished, PriceBook book) {
        Plan plan = asPublished.plan();
        Plan listed = listed(plan, book);
        if (listed.equals(plan)) {
            return Optional.empty();
        }
        Quotes before = Quotes.of(plan, book, plan.inference().pricesAsOf());
        Quotes after = Quotes.of(listed, book, plan.inference().pricesAsOf());
        List<String> reasons = new ArrayList<>();
        prices(before.base(), after.base(), name(after.baseModel()), reasons);
        policy(before.basePolicy(), after.basePolicy(), name(after.baseModel()), reasons);
        if (plan.tuning().model() != null) {
            String tuned = TEXTS.get("list.tuned", name(after.tunedModel()));
            prices(before.tuned(), after.tuned(), tuned, reasons);
            if (before.offer() != null && after.offer() != null) {
                price(
                        "list.training",
                        before.offer().fact().trainingPerMillionTokens(),
                        after.offer().fact().trainingPerMillionTokens(),
                        tuned,
                        after.offer(),
                        reasons);
            }
            if (!Objects.equals(after.basePolicy(), after.tunedPolicy())) {
                policy(before.tunedPolicy(), after.tunedPolicy(), tuned, reasons);
            }
        }
        return Optional.of(new Repricing(Comparison.of(listed, book), reasons));
    }

    private static Plan listed(Plan plan, PriceBook book) {
        Inference inference = plan.inference();
        PriceRef tuned = plan.tuning().model();
        return plan.withInference(inference.withModel(real(inference.model(), book)))
                .withTuning(plan.tuning().withModel(tuned == null ? null : real(tuned, book)));
    }

    private static PriceRef real(PriceRef ref, PriceBook book) {
        PriceRef standsFor = book.model(ref).map(Model::standsFor).orElse(null);
        return standsFor == null ? ref : standsFor;
    }

    private static void prices(
            @Nullable Quote<RateCard> before, @Nullable Quote<RateCard> after, String owner, List<String> reasons) {
        if (before == null || after == null) {
            return;
        }
        TokenPrices old = before.fact().prices();
        TokenPrices now = after.fact().prices();
        price("list.input", old.input(), now.input(), owner, after, reasons);
        price("list.read", old.cachedRead(), now.cachedRead(), owner, after, reasons);
        price("list.output", old.output(), now.output(), owner, after, reasons);
        now.cacheWrites().stream()
                .findFirst()
                .filter(w -> old.cacheWrites().isEmpty())
                .ifPresent(w -> reasons.add(TEXTS.get(
                        "list.write",
                        owner,
                        after.fact().currency().of(w.price().doubleValue()).price(),
                        Derivations.describe(after.fact().source()))));
    }

    private static void price(
            String key,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after,
            String owner,
            Quote<? extends Dated> quote,
            List<String> reasons) {
        if (before != null && after != null && before.compareTo(after) != 0) {
            reasons.add(TEXTS.get(
                    key,
                    owner,
                    Currency.USD.of(after.doubleValue()).price(),
                    Currency.USD.of(before.doubleValue()).price(),
                    Numbers.value(after.doubleValue() / before.doubleValue()),
                    Derivations.describe(quote.fact().source())));
        }
    }

    private static void policy(
            @Nullable Quote<CachePolicy> before,
            @Nullable Quote<CachePolicy> after,
            String owner,
            List<String> reasons) {
        if (before == null || after == null) {
            if (before != null) {
                reasons.add(TEXTS.get("list.noCache", owner));
            }
            return;
        }
        CachePolicy old = before.fact();
        CachePolicy now = after.fact();
        if (old.minimumTokens() != now.minimumTokens() || old.stepTokens() != now.stepTokens()) {
            reasons.add(TEXTS.get("list.step", owner, now.minimumTokens(), now.stepTokens()));
        }
        BigDecimal limit = now.requestsPerMinutePerKey();
        if (limit != null && old.requestsPerMinutePerKey() == null) {
            reasons.add(TEXTS.get("list.keys", owner, limit));
        }
    }

    private static String name(@Nullable Model model) {
        return model == null ? "" : model.name();
    }
}
