package app.steelyard.usage.store;

/** Requests that come twice, told by their ids. */
public final class Twins {
    private Twins() {}

    /**
     * Takes out of {@code table} the rows whose id is in the ledger already, and of the others with one id all but the
     * largest, which is the last state of an answer that was written while it grew; how many rows that were.
     */
    public static long remove(Store store, String table) {
        if (store.number("select count(id) from " + table) == 0) {
            return 0;
        }
        long known = store.run("delete from " + table + " where id in (select id from seen)");
        long twins = store.run("""
            delete from TABLE where id is not null and rowid not in (
              select arg_max(rowid, (coalesce(uncached, 0) + coalesce(read, 0) + coalesce(write5m, 0)
                + coalesce(write1h, 0) + coalesce(write, 0) + coalesce(output, 0), -line))
              from TABLE where id is not null group by id)
            """.replace("TABLE", table));
        return known + twins;
    }

    /** Remembers the ids that are left in {@code table}. */
    public static void remember(Store store, String table, int source) {
        store.run("insert into seen select ?, id from " + table + " where id is not null", source);
    }
}
