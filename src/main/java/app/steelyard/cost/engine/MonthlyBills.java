package app.steelyard.cost.engine;

import app.steelyard.cost.result.CapacityUse;
import app.steelyard.cost.result.CashFlow;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Timing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the bills of one plan by month and driver, and by line. */
final class MonthlyBills {
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

    MonthlyBills(List<Layout.Slot> slots, int months) {
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
    Bill.Book of(int month, Timing timing) {
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
                new CashFlow(byDriver, requests), firstRound, quantity, amount, total, amountAtList, totalAtList, use);
    }
}
