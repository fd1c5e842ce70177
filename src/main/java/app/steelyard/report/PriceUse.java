package app.steelyard.report;

import app.steelyard.cost.result.LaterPrice;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Source;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A recorded price that some line of the statement uses.
 *
 * @param whats the kinds of lines it is for
 * @param unit what one price buys
 * @param source never null: a price that the plan states stands among the assumptions
 */
public record PriceUse(
        UnitPrice price, List<String> whats, String unit, ExactMoney listed, Source source, Validity valid) {
    private static final Texts TEXTS = Texts.of(PriceUse.class);

    /** Each price once, in the order in which the statements use it. */
    public static List<PriceUse> of(ReportModel model) {
        Map<List<Object>, PriceUse> uses = new LinkedHashMap<>();
        for (RoundedMoney ledger : model.ledgers()) {
            for (RoundedMoney.Entry entry : ledger.lines()) {
                Line line = entry.line();
                String kind = Names.of(line.kind());
                String usual = line.longContext() ? TEXTS.get("statement.long", kind) : kind;
                String what = line.way() == null ? usual : TEXTS.get("statement.way", usual, Names.of(line.way()));
                add(line.price(), what, line.kind(), line.longContext(), uses);
            }
        }
        for (RoundedMoney ledger : model.ledgers()) {
            for (LaterPrice later : ledger.evaluation().laterPrices()) {
                String kind = Names.of(later.kind());
                String served = later.way() == null ? kind : TEXTS.get("statement.way", kind, Names.of(later.way()));
                String what = TEXTS.get("price.later", served, later.month());
                add(later.price(), what, later.kind(), later.longContext(), uses);
            }
        }
        return List.copyOf(uses.values());
    }

    private static void add(
            UnitPrice price, String what, LineKind kind, boolean longContext, Map<List<Object>, PriceUse> uses) {
        ExactMoney listed = price.listPrice();
        Source source = price.source();
        Validity validity = price.validity();
        if (listed == null || source == null || validity == null) {
            return;
        }
        String unit = Names.of(kind.unit());
        List<Object> same = List.of(
                price.owner(),
                listed,
                Objects.requireNonNullElse(price.paid(), listed),
                source,
                validity,
                unit,
                longContext);
        PriceUse known = uses.get(same);
        List<String> whats = new ArrayList<>(known == null ? List.of() : known.whats());
        if (!whats.contains(what)) {
            whats.add(what);
        }
        uses.put(same, new PriceUse(price, List.copyOf(whats), unit, listed, source, validity));
    }

    public String owner() {
        return price.owner();
    }

    public String what() {
        return String.join(", ", whats);
    }

    public String title() {
        return source.title();
    }

    public String url() {
        return source.url().toString();
    }

    public String listPrice() {
        return listed.asMoney().price();
    }

    /** Empty where the list price is in it already. */
    public String inPlanCurrency(Currency currency) {
        return currency.equals(listed.currency()) ? "" : "= " + currency.symbol() + Numbers.value(price.atList());
    }

    /** What is paid of it, in the list's currency; empty where that is all. */
    public String agreed() {
        ExactMoney agreed = price.agreed();
        return agreed == null ? "" : TEXTS.get("price.agreed", agreed.asMoney().price());
    }

    public String validity() {
        return valid.to() == null
                ? TEXTS.get("price.from", valid.from())
                : TEXTS.get("price.span", valid.from(), valid.to());
    }

    /** What a reader must know before trusting it; empty for nothing. */
    public String marks() {
        return price.marks().stream().sorted().map(PriceUse::name).collect(Collectors.joining(", "));
    }

    private static String name(PriceMark mark) {
        return Names.of(mark);
    }
}
