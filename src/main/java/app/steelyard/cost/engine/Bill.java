package app.steelyard.cost.engine;

import app.steelyard.cost.bill.Shares;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.CapacityUse;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Timing;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.cost.terms.LineWeights;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is bought at one occurrence, by line: how much (tokens, hours, weeks), and what that costs. The only place where a
 * quantity meets its price, for one plan as for many.
 */
final class Bill {
    private final Layout layout;
    private final Block x;
    private final Epoch epoch;
    private final Shares shares;
    private int[] slots = new int[4];
    private Column[] quantities = new Column[4];
    private Column[] amounts = new Column[4];
    private int count;

    Bill(Layout layout, Block x, Epoch epoch) {
        this.layout = layout;
        this.x = x;
        this.epoch = epoch;
        this.shares = Shares.of(x, epoch.ways());
    }

    /** Receives the lines of a bill. */
    interface Book {
        /** @param atList the amount without what is agreed with vendors */
        void enter(int slot, double quantity, double amount, double atList);

        /**
         * What capacity is paid for in place of.
         *
         * @param tokens what it would cost by the token
         */
        default void provisioned(int slot, double quantity, double tokens) {}
    }

    /** Sums up what is entered through it. */
    static final class Tally implements Book {
        private final Book book;
        private final Epoch epoch;
        private final double[] counted;
        private double money;
        private double atList;
        private double load;
        private double tokens;

        Tally(Book book, Epoch epoch) {
            this.book = book;
            this.epoch = epoch;
            this.counted = new double[epoch.weights().size()];
        }

        @Override
        public void provisioned(int slot, double quantity, double atTokens) {
            load += quantity * epoch.load().of(slot);
            tokens += atTokens;
            book.provisioned(slot, quantity, atTokens);
        }

        private void count(int slot, double quantity) {
            for (int g = 0; g < counted.length; g++) {
                counted[g] += quantity * epoch.weights().get(g).of(slot);
            }
        }

        /** With {@code times} what another counted. */
        void add(Tally other, double times) {
            for (int g = 0; g < counted.length; g++) {
                counted[g] += times * other.counted[g];
            }
            load += times * other.load;
            tokens += times * other.tokens;
        }

        /** By what is counted. */
        double[] counted() {
            return counted;
        }

        /** Tokens that count as input of what capacity is paid for. */
        double load() {
            return load;
        }

        /** What that would cost by the token. */
        double tokens() {
            return tokens;
        }

        @Override
        public void enter(int slot, double quantity, double amount, double listed) {
            money += amount;
            atList += listed;
            count(slot, quantity);
            book.enter(slot, quantity, amount, listed);
        }

        double money() {
            return money;
        }

        /** Without what is agreed with vendors. */
        double atList() {
            return atList;
        }
    }

    Bill add(int slot, Column quantity) {
        if (quantity.isZero()) {
            return this;
        }
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, 2 * count);
            quantities = Arrays.copyOf(quantities, 2 * count);
            amounts = Arrays.copyOf(amounts, 2 * count);
        }
        double scale = layout.slots.get(slot).kind().unit().scale();
        slots[count] = slot;
        quantities[count] = quantity;
        amounts[count++] = quantity.times(epoch.rates()[slot].in(x).times(1 / scale));
        return this;
    }

    /**
     * Adds {@code longShare} of {@code quantity} at the long-context price, the rest at the usual one, of all requests as they are
     * served.
     */
    Bill split(int[] group, Column quantity, Column longShare) {
        return split(group, quantity, longShare, shares.all());
    }

    /** The same of what is found in a cache or sent to it, of requests that look into one. */
    Bill cached(int[] group, Column quantity, Column longShare) {
        return split(group, quantity, longShare, shares.cached());
    }

    /** The same of requests that never look into one. */
    Bill uncached(int[] group, Column quantity, Column longShare) {
        return split(group, quantity, longShare, shares.uncached());
    }

    private Bill split(int[] group, Column quantity, Column longShare, Column[] served) {
        for (int w = 0; w < served.length; w++) {
            Column part = quantity.times(served[w]);
            add(group[2 * w], part.times(longShare.not())).add(group[2 * w + 1], part.times(longShare));
        }
        return this;
    }

    /** What all of it costs by the token, in the plan's currency. */
    Column money() {
        Column sum = Column.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.plus(amounts[i]);
        }
        return sum;
    }

    /** The same without what capacity is paid in place of. */
    Column paid() {
        Column sum = Column.ZERO;
        for (int i = 0; i < count; i++) {
            sum = provisioned(i) ? sum : sum.plus(amounts[i]);
        }
        return sum;
    }

    private boolean provisioned(int i) {
        return epoch.provisioned(layout.slots.get(slots[i]).kind());
    }

    /** What {@code weights} count of it: of what capacity is paid in place of, or of all else. */
    Column counted(LineWeights weights, boolean ofProvisioned) {
        Column sum = Column.ZERO;
        for (int i = 0; i < count; i++) {
            double weight = provisioned(i) == ofProvisioned ? weights.of(slots[i]) : 0;
            sum = sum.plus(quantities[i].times(weight));
        }
        return sum;
    }

    /** Enters {@code times} the bill of a block of one plan. */
    void enter(double times, Book book) {
        for (int i = 0; i < count; i++) {
            double quantity = times * quantities[i].value();
            double amount = times * amounts[i].value();
            if (provisioned(i)) {
                book.provisioned(slots[i], quantity, amount);
            } else {
                book.enter(slots[i], quantity, amount, atList(slots[i], quantity, amount));
            }
        }
    }

    private double atList(int slot, double quantity, double amount) {
        UnitPrice price = epoch.prices()[slot];
        return price.agreed() == null
                ? amount
                : quantity
                        * price.atList()
                        / layout.slots.get(slot).kind().unit().scale();
    }

    /** Keeps the bills of one plan by month and driver, and by line. */
    static final class ByMonth {
        private final List<Layout.Slot> slots;
        private final double[][] byDriver;
        private final double[] requests;
        private final double[] quantity;
        private final double[] amount;
        private final double[] total;
        private final double[] amountAtList;
        private final double[] totalAtList;
        /** By timing: the month whose bill is shown, which is the first there is; −1 before it. */
        private final int[] shown = {-1, -1, -1};

        ByMonth(List<Layout.Slot> slots, int months) {
            this.slots = slots;
            byDriver = new double[months + 1][Driver.values().length];
            requests = new double[months + 1];
            quantity = new double[slots.size()];
            amount = new double[slots.size()];
            total = new double[slots.size()];
            amountAtList = new double[slots.size()];
            totalAtList = new double[slots.size()];
        }

        void requests(int month, double count) {
            requests[month] = count;
        }

        /** Where the bills of that month and timing are entered. */
        Book of(int month, Timing timing) {
            if (shown[timing.ordinal()] < 0) {
                shown[timing.ordinal()] = month;
            }
            boolean first = shown[timing.ordinal()] == month;
            double[] drivers = byDriver[month];
            return (slot, bought, money, listed) -> {
                drivers[slots.get(slot).kind().driver().ordinal()] += money;
                total[slot] += money;
                totalAtList[slot] += listed;
                if (first) {
                    quantity[slot] += bought;
                    amount[slot] += money;
                    amountAtList[slot] += listed;
                }
            };
        }

        CostModel.Totals totals(@Nullable CapacityUse use) {
            int firstRound = Math.max(0, shown[Timing.ROUND.ordinal()]);
            return new CostModel.Totals(
                    new CashFlow(byDriver, requests),
                    firstRound,
                    quantity,
                    amount,
                    total,
                    amountAtList,
                    totalAtList,
                    use);
        }
    }
}
