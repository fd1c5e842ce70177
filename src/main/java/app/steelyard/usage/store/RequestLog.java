package app.steelyard.usage.store;

import app.steelyard.usage.row.PromptBlocks;
import app.steelyard.usage.row.PromptLength;
import app.steelyard.usage.row.ServedAs;
import app.steelyard.usage.row.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every single request that came, in a table of the database that goes when it is closed: a ledger keeps sums only, and a
 * replay needs each request in its turn. Requests that came twice are in it once.
 *
 * @param blocks is told of prompts' blocks, of which the table has none
 */
public record RequestLog(Store store, PromptBlocks.Listener blocks) {
    private static final String ROWS = """
        create or replace temp table request (
          source integer, line bigint, start_ms bigint, single boolean, chain bigint, way bigint, uncached bigint,
          read bigint, write5m bigint, write1h bigint, write bigint, output bigint)
        """;

    private static final String WAYS = """
        create or replace temp table way (
          id bigint, vendor varchar, model varchar, tier varchar, beside varchar, longer bigint)
        """;

    /** Requests of one chain share what one source tells under one id, as those that a ledger adds up do. */
    private static final String SENT = """
        create or replace temp table sent as
        select source, LINE as line, start_ms, end_ms is null and requests = 1 as single,
          case when prefix is not null then (hash(source, vendor, model, project, prefix) >> 1)::bigint end as chain,
          (hash(vendor, model, tier, beside, longer) >> 1)::bigint as way, vendor, model, tier, beside, longer,
          uncached, read, write5m, write1h, write, output
        from (select * replace (LENGTH as longer) from ROWS)
        where (uncached is not null or read is not null) and source not in (select source from doubled)
        """.replace("LENGTH", PromptLength.sql("whole"));

    /**
     * Rows that are not replayed, and why.
     *
     * @param sums of several requests
     * @param timeless requests without a time
     * @param chainless requests with a time and without a session
     */
    public record Left(long sums, long timeless, long chainless) {
        public long all() {
            return sums + timeless + chainless;
        }
    }

    /** Of no requests yet. */
    public static RequestLog of(Store store, PromptBlocks.Listener blocks) {
        store.run(ROWS);
        store.run(WAYS);
        return new RequestLog(store, blocks);
    }

    /** Takes the staged rows, once those that came twice are out. */
    public void addStaged() {
        add(Rollup.STAGED, "n");
    }

    /** Takes the rows of a large log, once its sums are in the ledger. */
    public void add(String rows, int source) {
        add("(select " + source + " as source, * from " + rows + " where bad is null)", "0");
    }

    private void add(String rows, String line) {
        store.run(SENT.replace("ROWS", rows).replace("LINE", line));
        store.run("insert into request by name select * exclude (vendor, model, tier, beside, longer) from sent");
        store.run("""
            insert into way select distinct way, vendor, model, tier, beside, longer from sent
            where way not in (select id from way)
            """);
        store.run("drop table sent");
    }

    /** Tells {@code each} of all single requests with a time and a chain, by their times. */
    public void each(Consumer<SentRequest> each) {
        Map<Long, ServedAs> ways = new HashMap<>();
        store.each(r -> ways.put(r.getLong(1), way(r)), "select id, vendor, model, tier, beside, longer from way");
        store.each(
                r -> each.accept(new SentRequest(
                        r.getLong(1), r.getLong(2), Objects.requireNonNull(ways.get(r.getLong(3))), tokens(r))),
                """
                select start_ms, chain, way, uncached, read, write5m, write1h, write, output from request
                where single and start_ms is not null and chain is not null order by start_ms, source, line
                """);
    }

    /** @param others sources that are replayed by their blocks, and count no rows here */
    public Left left(Collection<Integer> others) {
        return store.ask(r -> new Left(r.getLong(1), r.getLong(2), r.getLong(3)), """
                        select count(*) filter (not single), count(*) filter (single and start_ms is null),
                          count(*) filter (single and start_ms is not null and chain is null)
                        from request where not list_contains([OTHERS]::integer[], source)
                        """.replace(
                                "OTHERS", others.stream().map(String::valueOf).collect(Collectors.joining(", "))))
                .getFirst();
    }

    private static ServedAs way(ResultSet r) throws SQLException {
        return new ServedAs(
                r.getString("vendor"),
                r.getString("model"),
                KeptBeside.modifiers(r.getString("tier"), r.getString("beside")),
                PromptLength.of(r.getLong("longer")));
    }

    private static Tokens tokens(ResultSet r) throws SQLException {
        return new Tokens(number(r, 4), number(r, 5), number(r, 6), number(r, 7), number(r, 8), number(r, 9));
    }

    private static @Nullable Long number(ResultSet r, int column) throws SQLException {
        long value = r.getLong(column);
        return r.wasNull() ? null : value;
    }
}
