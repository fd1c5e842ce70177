package app.steelyard.usage.store;

import java.util.HashMap;
import java.util.Map;

/** Requests that come twice, told by their ids. */
public final class Twins {
    private Twins() {}

    /**
     * Takes out of {@code table} the rows whose id is in the ledger already, and of the others with one id all but one:
     * the first file's, and in it the largest, which is the last state of an answer that was written while it grew.
     *
     * @return how many rows that were, by source
     */
    public static Map<Integer, Long> remove(Store store, String table) {
        Map<Integer, Long> removed = new HashMap<>();
        if (store.number("select count(id) from " + table) == 0) {
            return removed;
        }
        store.run("""
            create or replace temp table twin as
            select rowid as nr, source from TABLE where id is not null and (
              id in (select id from earlier_seen) or rowid not in (
                select arg_max(rowid, row(-source, coalesce(uncached, 0) + coalesce(read, 0) + coalesce(write5m, 0)
                  + coalesce(write1h, 0) + coalesce(write, 0) + coalesce(output, 0), -line))
                from TABLE where id is not null group by id))
            """.replace("TABLE", table));
        store.each(r -> removed.put(r.getInt(1), r.getLong(2)), "select source, count(*) from twin group by source");
        if (!removed.isEmpty()) {
            store.run("delete from " + table + " where rowid in (select nr from twin)");
        }
        return removed;
    }

    /** Remembers the ids that are left in {@code table}. */
    public static void remember(Store store, String table) {
        store.run("insert into incoming.main.seen select source, id from " + table + " where id is not null");
    }
}
