package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
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
        void enter(int slot, double quantity, double amount);
    }

    /** Sums up what is entered through it. */
    static final class Tally implements Book {
        private final Book book;
        private double money;

        Tally(Book book) {
            this.book = book;
        }

        @Override
        public void enter(int slot, double quantity, double amount) {
            money += amount;
            book.enter(slot, quantity, amount);
        }

        double money() {
            return money;
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

    /** What all of it costs, in the plan's currency. */
    Column money() {
        Column sum = Column.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.plus(amounts[i]);
        }
        return sum;
    }

    /** Enters {@code times} the bill of a block of one plan. */
    void enter(double times, Book book) {
        for (int i = 0; i < count; i++) {
            book.enter(slots[i], times * quantities[i].value(), times * amounts[i].value());
        }
    }
}
