package app.steelyard.pricing.contract;

import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Commitment;
import app.steelyard.plan.Contract.Credit;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A discount as people read it. */
public final class DiscountWords {
    private static final Texts TEXTS = Texts.of(DiscountWords.class);

    private DiscountWords() {}

    /** All that is agreed, a line each. */
    public static List<String> of(Contract contract) {
        List<String> lines = new ArrayList<>();
        contract.discounts().forEach(d -> lines.add(of(d)));
        for (Commitment c : contract.commitments()) {
            List<String> terms = dates(c.from(), c.until());
            if (c.others() > 0) {
                terms.add(0, TEXTS.get("commitment.others", Numbers.value(c.others())));
            }
            lines.add(joined(TEXTS.get("commitment", Numbers.value(c.perMonth()), c.vendor()), terms));
        }
        for (Credit c : contract.credits()) {
            lines.add(joined(TEXTS.get("credit", Numbers.value(c.amount()), c.vendor()), dates(c.from(), c.until())));
        }
        if (contract.tax() != null) {
            lines.add(TEXTS.get("tax", Numbers.percentExact(contract.tax())));
        }
        return lines;
    }

    private static String joined(String what, List<String> terms) {
        return what + terms.stream().map(t -> ", " + t).collect(Collectors.joining());
    }

    private static List<String> dates(@Nullable LocalDate from, @Nullable LocalDate until) {
        List<String> terms = new ArrayList<>();
        if (from != null) {
            terms.add(TEXTS.get("discount.from", from));
        }
        if (until != null) {
            terms.add(TEXTS.get("discount.until", until));
        }
        return terms;
    }

    /** Such as {@code 12 % off anthropic/claude-sonnet*, input, from 2026-12-01}. */
    public static String of(Discount discount) {
        return joined(
                TEXTS.get("discount.off", Numbers.percentExact(discount.off()), about(discount)), terms(discount));
    }

    /** Whose prices, such as {@code anthropic/claude-sonnet*}. */
    public static String about(Discount discount) {
        return discount.model() == null ? discount.vendor() : discount.vendor() + "/" + discount.model();
    }

    /** What it is limited to, in words; none where it holds for all and always. */
    public static List<String> terms(Discount discount) {
        List<String> terms = new ArrayList<>();
        if (discount.kinds() != null) {
            discount.kinds().forEach(k -> terms.add(Names.of(k)));
        }
        if (discount.tier() != null) {
            terms.add(Names.of(discount.tier()));
        }
        if (discount.aboveSpend() != null) {
            terms.add(TEXTS.get("discount.aboveSpend", Numbers.value(discount.aboveSpend())));
        }
        if (discount.aboveTokens() != null) {
            terms.add(TEXTS.get("discount.aboveTokens", Numbers.count(discount.aboveTokens())));
        }
        terms.addAll(dates(discount.from(), discount.until()));
        return terms;
    }
}
