package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.UnitPrice;
import app.steelyard.cost.terms.LineWeights;
import java.util.Arrays;

/**
 * What is bought at one occurrence, by line: how much (tokens, hours, weeks), and what that costs. The only place where a
 * quantity meets its price, for one plan as for many.
 */
final class Bill {
    private final Layout layout;
    private final Block x;
    private final Epoch epoch;
    private int[] slots = new int[4];
    private Column[] quantities = new Column[4];
    private Column[] amounts = new Column[4];
    private int count;

    Bill(Layout layout, Block x, Epoch epoch) {
        this.layout = layout;
        this.x = x;
        this.epoch = epoch;
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

    /** Adds {@code longShare} of {@code quantity} at the long-context price, the rest at the usual one. */
    Bill split(int[] pair, Column quantity, Column longShare) {
        return add(pair[0], quantity.times(longShare.not())).add(pair[1], quantity.times(longShare));
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
}
