package app.steelyard.report;

import app.steelyard.cost.OnModel;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.RateCard;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.tokens.TokenFactor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan on one model, as the command, the window and the report show it.
 *
 * @param factor how many times as many tokens it makes as the plan's base; empty where that is neither stated nor measured
 */
public record ModelLine(OnModel on, Currency currency, Optional<TokenFactor> factor) {
    private static final Texts TEXTS = Texts.of(ModelLine.class);
    private static final String NONE = "–";

    /** A column. */
    public enum Column {
        MODEL,
        WINDOW,
        ABLE,
        PRICES,
        OBSERVED,
        TOKENS,
        SUCCESS,
        RETIRES,
        MONTH,
        TODAY,
        CACHING;

        /** Its heading. */
        public String title() {
            return TEXTS.get("models." + name());
        }
    }

    /** On every model that has a price, the cheapest with prompt caching first. */
    public static List<ModelLine> all(Plan plan, PriceBook book) {
        return OnModel.all(plan, book).stream()
                .map(on -> new ModelLine(
                        on, plan.currency(), factor(plan, on.model().ref())))
                .toList();
    }

    /** As the plan states it, else as it was measured. */
    private static Optional<TokenFactor> factor(Plan plan, PriceRef model) {
        PriceRef base = plan.inference().model();
        OptionalDouble own = stated(plan, model);
        OptionalDouble ofBase = stated(plan, base);
        if (own.isEmpty() && ofBase.isEmpty()) {
            return TokenFactor.of(model, base);
        }
        double ratio = own.orElse(1) / ofBase.orElse(1);
        return Optional.of(new TokenFactor(ratio, ratio));
    }

    private static OptionalDouble stated(Plan plan, PriceRef model) {
        double factor = new ModelNumber(model, ModelNumber.Kind.TOKEN_FACTOR).get(plan);
        return Double.isNaN(factor) ? OptionalDouble.empty() : OptionalDouble.of(factor);
    }

    /** The first {@code most}, and the plan's own model behind them where it is not among them. */
    public static List<ModelLine> first(List<ModelLine> lines, int most) {
        return Stream.concat(
                        lines.stream().limit(most), lines.stream().skip(most).filter(l -> l.on().base()))
                .toList();
    }

    /** What all of them leave out, in a sentence or two. */
    public static String note() {
        return TEXTS.get("models.note");
    }

    /** What stands in a column. */
    public String cell(Column column) {
        return switch (column) {
            case MODEL ->
                on.base()
                        ? TEXTS.get("models.base", on.model().name())
                        : on.model().name();
            case WINDOW -> {
                Long window = on.model().contextWindow();
                yield window == null ? TEXTS.get("models.unknown") : Numbers.count(window);
            }
            case ABLE ->
                on.able()
                        .map(able -> TEXTS.get(able ? "models.yes" : "models.no"))
                        .orElseGet(() -> TEXTS.get("models.unknown"));
            case PRICES -> prices(on.rates());
            case OBSERVED -> share(on.observed());
            case TOKENS -> factor.map(ModelLine::factor).orElse(NONE);
            case SUCCESS -> share(on.success());
            case RETIRES -> {
                LocalDate retires = on.model().retires();
                yield retires == null ? NONE : retires.toString();
            }
            case MONTH -> amount(month());
            case TODAY -> amount(total(on.today()));
            case CACHING -> amount(total(on.caching()));
        };
    }

    /** An average month of prompt caching, in the plan's currency; empty where it has no price. */
    public OptionalDouble month() {
        return on.caching() instanceof Evaluation.Priced priced
                ? OptionalDouble.of(priced.measures().averageMonth())
                : OptionalDouble.empty();
    }

    /** A total over the horizon; empty where there is no price. */
    public static OptionalDouble total(Evaluation evaluation) {
        return evaluation instanceof Evaluation.Priced priced
                ? OptionalDouble.of(priced.measures().tco())
                : OptionalDouble.empty();
    }

    /** List prices of a million tokens: input, read from the cache where that is sold, output. */
    private static String prices(RateCard card) {
        return Stream.of(
                        card.prices().input(),
                        card.prices().cachedRead(),
                        card.prices().output())
                .map(p -> p == null ? NONE : price(card, p))
                .collect(Collectors.joining(" / "));
    }

    private static String price(RateCard card, BigDecimal price) {
        return card.currency().of(price.doubleValue()).price();
    }

    private static String factor(TokenFactor factor) {
        String low = TEXTS.get("models.factor", rounded(factor.low()));
        return factor.low() == factor.high()
                ? low
                : TEXTS.get("models.factors", rounded(factor.low()), rounded(factor.high()));
    }

    private static String rounded(double factor) {
        return Numbers.count(Math.rint(factor * 100) / 100);
    }

    private static String share(OptionalDouble share) {
        return share.isPresent() ? Numbers.percent(share.getAsDouble()) : NONE;
    }

    private String amount(OptionalDouble amount) {
        return amount.isPresent() ? new Money(amount.getAsDouble(), currency).digits() : NONE;
    }
}
