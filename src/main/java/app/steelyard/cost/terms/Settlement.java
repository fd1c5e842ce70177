package app.steelyard.cost.terms;

import app.steelyard.cost.column.Column;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Commitment;
import app.steelyard.plan.Contract.Credit;
import app.steelyard.plan.Contract.Discount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What credits, commitments, tiers and taxes make of the bills of one architecture, month by month. The stacking is list price,
 * region, service tier, discount, credit and commitment, tax.
 */
public final class Settlement {
    private final Contract contract;
    private final List<String> vendors;
    private final List<Discount> tiered;

    public Settlement(Contract contract) {
        this.contract = contract;
        this.vendors = List.copyOf(new TreeSet<>(contract.vendors()));
        this.tiered = contract.discounts().stream().filter(Discount::tiered).toList();
    }

    /** Whether there is anything that a single price does not tell. */
    public boolean isNeeded() {
        return contract.monthly();
    }

    /** What is added to a bill, each in the plan's currency; below 0 what is taken off. */
    public record Added(Column volume, Column credit, Column commitment, Column tax) {}

    /** What is to be counted of every month's bills, in a fixed order, at that month's prices. */
    public List<LineWeights> weights(List<Priced> prices) {
        List<LineWeights> weights = new ArrayList<>();
        weights.add(weights(prices, p -> p.of() == null ? 0 : p.paid()));
        for (String vendor : vendors) {
            weights.add(weights(prices, p -> at(p, vendor) ? p.paid() : 0));
        }
        for (Discount discount : tiered) {
            weights.add(weights(prices, p -> about(discount, p) ? amount(discount, p) : 0));
            weights.add(weights(
                    prices, p -> about(discount, p) ? Math.max(0, p.paid() - p.list() * (1 - discount.off())) : 0));
        }
        return weights;
    }

    private static LineWeights weights(List<Priced> prices, ToDoubleFunction<Priced> counts) {
        return new LineWeights(prices.stream().mapToDouble(counts).toArray());
    }

    private static boolean at(Priced price, String vendor) {
        return price.of() != null && price.of().vendor().equals(vendor);
    }

    private static boolean about(Discount discount, Priced price) {
        return price.of() != null && price.kind() != null && discount.about(price.of(), price.tier(), price.kind());
    }

    private static double amount(Discount discount, Priced price) {
        return discount.aboveSpend() == null ? (price.token() ? 1 : 0) : price.list();
    }

    /** Settles the months of one architecture in their order. */
    public final class Course {
        private final Map<Credit, Column> left = new HashMap<>();

        /**
         * One more month.
         *
         * @param day its first
         * @param counted by list of weights
         * @param besides what is paid beside the lines, such as capacity
         * @param vendor who gets that
         */
        public Added settle(LocalDate day, List<Column> counted, Column besides, String vendor) {
            Contract now = contract.on(day);
            int next = 0;
            Column all = counted.get(next++).plus(besides);
            Map<String, Column> paid = new HashMap<>();
            for (String each : vendors) {
                Column spent = counted.get(next++);
                paid.put(each, each.equals(vendor) ? spent.plus(besides) : spent);
            }
            Column volume = Column.ZERO;
            for (Discount discount : tiered) {
                Column amount = counted.get(next++);
                Column cut = counted.get(next++);
                if (now.discounts().contains(discount)) {
                    Column off = beyond(discount, now.discounts(), amount).times(cut);
                    volume = volume.minus(off);
                    paid.computeIfPresent(discount.vendor(), (v, p) -> p.minus(off));
                }
            }
            Column credited = Column.ZERO;
            Column lost = Column.ZERO;
            for (Commitment commitment : now.commitments()) {
                Column spent = paid.getOrDefault(commitment.vendor(), Column.ZERO);
                lost = lost.plus(Column.of(commitment.perMonth())
                        .minus(spent.plus(Column.of(commitment.others())))
                        .max(Column.ZERO));
            }
            for (Credit credit : now.credits()) {
                Column rest = left.getOrDefault(credit, Column.of(credit.amount()));
                Column used = rest.min(paid.getOrDefault(credit.vendor(), Column.ZERO));
                left.put(credit, rest.minus(used));
                credited = credited.minus(used);
            }
            double rate = now.tax() == null ? 0 : now.tax();
            Column taxed = all.plus(volume).plus(credited).plus(lost);
            return new Added(volume, credited, lost, taxed.times(rate));
        }

        /** The share of {@code amount} that lies beyond the discount's threshold and below the next one's. */
        private static Column beyond(Discount discount, List<Discount> holding, Column amount) {
            double from = threshold(discount);
            double to = holding.stream()
                    .filter(d -> d.tiered() && d.sameButThreshold(discount) && threshold(d) > from)
                    .mapToDouble(Course::threshold)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            return amount.map(a -> a > from ? (Math.min(a, to) - from) / a : 0);
        }

        private static double threshold(Discount discount) {
            Double spend = discount.aboveSpend();
            Double tokens = discount.aboveTokens();
            return spend != null ? spend : tokens == null ? 0 : tokens;
        }
    }
}
