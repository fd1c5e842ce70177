package app.steelyard.plan.check;

import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Capacity;
import app.steelyard.plan.Contract.Commitment;
import app.steelyard.plan.Contract.Credit;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Finance.PriceChange;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber.PriceNumber;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what makes no sense in what is agreed with vendors. */
public final class ContractValidator {
    private static final double MOST_MONEY = 1e12;
    private static final double MOST_TOKENS = 1e18;
    private static final double MOST_UNITS = 1e6;
    private static final double MOST_WEIGHT = 1e4;
    private static final Texts TEXTS = Texts.of(ContractValidator.class);

    private final List<Problem> problems = new ArrayList<>();

    private ContractValidator() {}

    /** Every problem, in the order of the fields; empty when there is none. */
    public static List<Problem> validate(Contract contract) {
        ContractValidator check = new ContractValidator();
        for (int i = 0; i < contract.discounts().size(); i++) {
            check.discount("contract.discounts." + i, contract.discounts().get(i));
        }
        for (int i = 0; i < contract.commitments().size(); i++) {
            Commitment of = contract.commitments().get(i);
            String path = "contract.commitments." + i;
            check.vendor(path, of.vendor());
            check.between(path + ".perMonth", of.perMonth(), MOST_MONEY);
            check.between(path + ".otherSpend", of.otherSpend(), MOST_MONEY);
            check.span(path, of.from(), of.until());
        }
        for (int i = 0; i < contract.credits().size(); i++) {
            Credit of = contract.credits().get(i);
            String path = "contract.credits." + i;
            check.vendor(path, of.vendor());
            check.between(path + ".amount", of.amount(), MOST_MONEY);
            check.span(path, of.from(), of.until());
        }
        check.between("contract.tax", contract.tax(), 1);
        for (int i = 0; i < contract.capacity().size(); i++) {
            check.capacity("contract.capacity." + i, contract.capacity().get(i));
        }
        if (contract.capacity().stream().map(Capacity::model).distinct().count()
                < contract.capacity().size()) {
            check.add("contract.capacity", "contract.capacity.twice");
        }
        return List.copyOf(check.problems);
    }

    /** Likewise of what is expected of prices. */
    static List<Problem> prices(List<PriceChange> changes) {
        ContractValidator check = new ContractValidator();
        for (int i = 0; i < changes.size(); i++) {
            String path = "finance.priceChanges." + i;
            PriceChange of = changes.get(i);
            PriceNumber number = PriceNumber.of(of);
            Double value = of.by() == null ? of.perYear() : of.by();
            if (of.vendor() != null) {
                check.vendor(path, of.vendor());
            }
            if ((of.by() == null) == (of.perYear() == null)) {
                check.add(path, "prices.one");
            } else if (value != null && !PlanValidator.inside(number, value)) {
                check.problems.add(PlanValidator.outside(path + (of.by() == null ? ".perYear" : ".by"), number, value));
            }
            if (of.perYear() != null && of.vendor() == null) {
                check.add(path + ".perYear", "prices.all", PlanField.PRICE_TREND.path());
            }
            if (of.perYear() != null && of.from() != null) {
                check.add(path + ".from", "prices.from");
            }
            if (changes.subList(0, i).stream().map(PriceNumber::of).anyMatch(number::equals)) {
                check.add(path, "prices.twice", number.path());
            }
        }
        return List.copyOf(check.problems);
    }

    private void discount(String path, Discount of) {
        vendor(path, of.vendor());
        between(path + ".off", of.off(), 1);
        if (of.model() != null && of.model().isBlank()) {
            add(path + ".model", "contract.model");
        }
        if (of.kinds() != null && of.kinds().isEmpty()) {
            add(path + ".kinds", "contract.kinds");
        }
        between(path + ".aboveSpend", of.aboveSpend(), MOST_MONEY);
        between(path + ".aboveTokens", of.aboveTokens(), MOST_TOKENS);
        if (of.aboveSpend() != null && of.aboveTokens() != null) {
            add(path + ".aboveTokens", "contract.above");
        }
        span(path, of.from(), of.until());
    }

    private void capacity(String path, Capacity of) {
        between(path + ".perHour", of.perHour(), MOST_MONEY);
        between(path + ".perMonth", of.perMonth(), MOST_MONEY);
        if ((of.perHour() == null) == (of.perMonth() == null)) {
            add(path + ".perHour", "contract.capacity.price");
        }
        if (!(of.tokensPerMinute() > 0 && of.tokensPerMinute() <= MOST_TOKENS)) {
            add(path + ".tokensPerMinute", "contract.capacity.above0");
        }
        between(path + ".outputWeight", of.outputWeight(), MOST_WEIGHT);
        between(path + ".cachedWeight", of.cachedWeight(), MOST_WEIGHT);
        between(path + ".writeWeight", of.writeWeight(), MOST_WEIGHT);
        between(path + ".minimumUnits", of.minimumUnits(), MOST_UNITS);
        between(path + ".adapterOverhead", of.adapterOverhead(), 1);
        between(path + ".peakFactor", of.peakFactor(), MOST_WEIGHT);
        if (of.step() != null && !(of.step() > 0 && of.step() <= MOST_UNITS)) {
            add(path + ".step", "contract.capacity.above0");
        }
        if (of.cacheMinutes() != null && !(of.cacheMinutes() > 0 && of.cacheMinutes() <= MOST_UNITS)) {
            add(path + ".cacheMinutes", "contract.capacity.above0");
        }
        whole(path + ".termMonths", of.termMonths());
        whole(path + ".adapters", of.adapters());
        if (of.adapterOverhead() != null && of.adapterOverhead() == 1) {
            add(path + ".adapterOverhead", "contract.capacity.overhead");
        }
    }

    private void whole(String path, @Nullable Double value) {
        if (value != null && !(value >= 1 && value <= MOST_UNITS && value == Math.rint(value))) {
            add(path, "contract.capacity.whole", value);
        }
    }

    private void vendor(String path, String vendor) {
        if (vendor.isBlank() || vendor.contains("/")) {
            add(path + ".vendor", "contract.vendor", vendor);
        }
    }

    private void between(String path, @Nullable Double value, double most) {
        if (value != null && !(value >= 0 && value <= most)) {
            if (most == 1) {
                problems.add(PlanValidator.outside(path, value, 0, most));
            } else {
                add(path, "range", value, 0, most);
            }
        }
    }

    private void span(String path, @Nullable LocalDate from, @Nullable LocalDate until) {
        if (from != null && until != null && !until.isAfter(from)) {
            add(path + ".until", "contract.until", until, from);
        }
    }

    private void add(String path, String key, Object... arguments) {
        problems.add(Problem.at(path, TEXTS.get(key, arguments)));
    }
}
