package app.steelyard.cost.column;

import app.steelyard.cost.result.Hours;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the requests of a month, and the changes of what is cached, come in over the hours; for a block of rows, and the same
 * for every architecture. Each answer is worked out once, so that architectures that cache the same are given the same
 * column.
 */
public final class ArrivalColumns {
    private final Block x;
    private final Map<Scope, List<Reuse.Level>> levels = new EnumMap<>(Scope.class);
    private final Map<Change, Column> changes = new HashMap<>();

    /** One more part that changes, after others. */
    private record Change(Column before, Column own) {}

    ArrivalColumns(Block x) {
        this.x = x;
    }

    /**
     * The paces at which requests come to one copy; the busy hours of busy days first, then their quiet hours. Empty for
     * what belongs to one session; none comes to what is new with each request.
     */
    public List<Reuse.Level> levels(Scope scope) {
        return levels.computeIfAbsent(scope, s -> {
            Column copies = x.copies(s);
            if (s == Scope.SESSION) {
                return List.of();
            }
            if (s == Scope.REQUEST) {
                return List.of(new Reuse.Level(Column.ZERO, Column.ONE));
            }
            Column skew = s == Scope.TENANT
                    ? x.get(PlanField.TENANT_SKEW)
                    : s == Scope.USER ? x.get(PlanField.USER_SKEW) : Column.ZERO;
            List<Reuse.Level> of = new ArrayList<>();
            for (Skew.Group group : Skew.groups(x, copies, skew)) {
                for (Reuse.Level time : times()) {
                    of.add(new Reuse.Level(
                            x.keep(time.pace().times(group.rate()).over(copies)),
                            x.keep(time.share().times(group.share()))));
                }
            }
            return List.copyOf(of);
        });
    }

    /** Hours of the day, on busy days and on the others; by the hour, for each request of the month. */
    private List<Reuse.Level> times() {
        Column active = x.get(PlanField.ACTIVE_HOURS_PER_DAY);
        Column allDay = Column.of(24).exceeds(active).not();
        Column busyShare = allDay.choose(Column.ONE, x.get(PlanField.ACTIVE_SHARE));
        Column inBusyHour = busyShare.over(active.times(Hours.DAYS_PER_MONTH));
        Column quietShare = busyShare.not();
        Column inQuietHour = quietShare.isZero()
                ? Column.ZERO
                : allDay.choose(
                        Column.ZERO, quietShare.over(Column.of(24).minus(active).times(Hours.DAYS_PER_MONTH)));
        Column days = x.get(PlanField.ACTIVE_DAYS_PER_WEEK).times(1.0 / 7);
        Column allWeek = days.exceeds(Column.of(1 - 1e-9));
        Column onBusyDays = allWeek.choose(Column.ONE, x.get(PlanField.ACTIVE_DAYS_SHARE));
        Column onOthers = onBusyDays.not();
        Column busyPace = allWeek.choose(Column.ONE, onBusyDays.over(days));
        Column otherPace = allWeek.choose(Column.ZERO, onOthers.over(days.not()));
        List<Reuse.Level> times = new ArrayList<>();
        times.add(new Reuse.Level(inBusyHour.times(busyPace), busyShare.times(onBusyDays)));
        times.add(new Reuse.Level(inQuietHour.times(busyPace), quietShare.times(onBusyDays)));
        if (!onOthers.isZero()) {
            times.add(new Reuse.Level(inBusyHour.times(otherPace), busyShare.times(onOthers)));
            times.add(new Reuse.Level(inQuietHour.times(otherPace), quietShare.times(onOthers)));
        }
        return times;
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
