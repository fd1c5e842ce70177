package app.steelyard.cost.engine;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import java.util.Arrays;

/** What is bought, by line: tokens, hours, weeks. */
final class Quantities {
    private final Layout layout;
    private int[] slots = new int[8];
    private Column[] amounts = new Column[8];
    private int count;

    Quantities(Layout layout) {
        this.layout = layout;
    }

    void add(int slot, Column amount) {
        if (amount.isZero()) {
            return;
        }
        if (count == slots.length) {
            slots = Arrays.copyOf(slots, 2 * count);
            amounts = Arrays.copyOf(amounts, 2 * count);
        }
        slots[count] = slot;
        amounts[count++] = amount;
    }

    /** Adds {@code longShare} of {@code amount} at the long-context price, the rest at the usual one. */
    void split(int[] pair, Column amount, Column longShare) {
        add(pair[0], amount.times(longShare.not()));
        add(pair[1], amount.times(longShare));
    }

    /** What all of it costs, in the plan's currency. */
    Column money(Block x, Epoch epoch) {
        Column sum = Column.ZERO;
        for (int i = 0; i < count; i++) {
            double scale = layout.slots.get(slots[i]).kind().unit().scale();
            sum = sum.plus(amounts[i].times(epoch.rates()[slots[i]].in(x).times(1 / scale)));
        }
        return sum;
    }

    /** Adds {@code times} the quantities of a block of one plan to {@code bySlot}. */
    void addTo(double[] bySlot, double times) {
        for (int i = 0; i < count; i++) {
            bySlot[slots[i]] += times * amounts[i].value();
        }
    }
}
