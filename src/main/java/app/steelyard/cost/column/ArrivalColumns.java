package app.steelyard.cost.column;

import app.steelyard.cost.result.Hours;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Scope;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * How the requests of a month, and the changes of what is cached, come in over the hours; for a block of rows, and the same
 * for every architecture. Each answer is worked out once, so that architectures that cache the same are given the same
 * column.
 */
public final class ArrivalColumns {
    private final Block x;
    /** The share of the requests that falls into the busy part of the day. */
    public final Column busyShare;

    private final Map<Scope, Column> busy = new EnumMap<>(Scope.class);
    private final Map<Scope, Column> quiet = new EnumMap<>(Scope.class);
    private final Map<Change, Column> changes = new HashMap<>();

    /** One more part that changes, after others. */
    private record Change(Column before, Column own) {}

    ArrivalColumns(Block x) {
        this.x = x;
        Column active = x.get(PlanField.ACTIVE_HOURS_PER_DAY);
        Column allDay = Column.of(24).exceeds(active).not();
        busyShare = x.keep(allDay.choose(Column.ONE, x.get(PlanField.ACTIVE_SHARE)));
        Column inBusyHour = busyShare.over(active.times(Hours.DAYS_PER_MONTH));
        Column quietShare = busyShare.not();
        Column inQuietHour = quietShare.isZero()
                ? Column.ZERO
                : allDay.choose(
                        Column.ZERO, quietShare.over(Column.of(24).minus(active).times(Hours.DAYS_PER_MONTH)));
        for (Scope scope : Scope.values()) {
            Column copies = x.copies(scope);
            busy.put(scope, x.keep(inBusyHour.over(copies)));
            quiet.put(scope, x.keep(inQuietHour.over(copies)));
        }
    }

    /** Requests per hour on one distinct prefix in the busy part of the day, for each request of the month. */
    public Column busy(Scope scope) {
        return busy.getOrDefault(scope, Column.ZERO);
    }

    /** The same of the quiet part; 0 where there is none. */
    public Column quiet(Scope scope) {
        return quiet.getOrDefault(scope, Column.ZERO);
    }

    /**
     * Changes per hour that invalidate a part: its own and those of all before it.
     *
     * @param before changes per hour of the parts before it
     * @param own a month
     */
    public Column changes(Column before, Column own) {
        return changes.computeIfAbsent(
                new Change(before, own), c -> x.keep(before.plus(own.times(1 / Hours.PER_MONTH))));
    }
}
