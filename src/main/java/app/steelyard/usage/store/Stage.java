package app.steelyard.usage.store;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/**
 * Where the rows of files gather that are added up together. Thousands of small files make no more statements than one
 * large one, and no table more.
 */
public final class Stage implements AutoCloseable {
    private static final String ROWS = """
        create or replace temp table stage (
          n bigint, source integer, line bigint, vendor varchar, model varchar, project varchar, key varchar,
          tenant varchar, tier varchar, beside varchar, longer bigint, prefix ubigint, id hugeint, start_ms bigint, end_ms bigint, requests bigint, uncached bigint,
          read bigint, write5m bigint, write1h bigint, write bigint, output bigint, cost decimal(38, 18),
          currency varchar)
        """;

    private static final String CELLS = """
        create or replace temp table log_cells (
          manner integer, source integer, line bigint, pointer varchar, "TIME" varchar, "MODEL" varchar, "PROJECT" varchar,
          "KEY" varchar, "TENANT" varchar, "PREFIX" varchar, "ID" varchar, "TIER" varchar, "INPUT" varchar,
          "READ" varchar, "WRITE" varchar, "OUTPUT" varchar, "COST" varchar)
        """;

    private static final String EXTRAS =
            "create or replace temp table stage_extra (n bigint, what varchar, amount bigint)";

    private final Store store;
    private final DuckDBAppender rows;
    private final DuckDBAppender extras;
    private final DuckDBAppender cells;
    private final DuckDBAppender rejected;
    private final DuckDBAppender emptyBuckets;
    private long number;

    public Stage(Store store) throws SQLException {
        this.store = store;
        store.run(ROWS);
        store.run(EXTRAS);
        store.run(CELLS);
        rows = store.connection().createAppender("temp", "main", "stage");
        extras = store.connection().createAppender("temp", "main", "stage_extra");
        cells = store.connection().createAppender("temp", "main", "log_cells");
        rejected = store.connection().createAppender("incoming", "main", "rejected");
        emptyBuckets = store.connection().createAppender("incoming", "main", "empty_bucket");
    }

    DuckDBAppender rows() {
        return rows;
    }

    /** A number for the next row. */
    long next() {
        return ++number;
    }

    /** What a row used beside text, by its number. */
    DuckDBAppender extras() {
        return extras;
    }

    /** Cells of request logs, as they stand there. */
    public DuckDBAppender cells() {
        return cells;
    }

    DuckDBAppender rejected() {
        return rejected;
    }

    DuckDBAppender emptyBuckets() {
        return emptyBuckets;
    }

    /** Hands over what was appended, so that statements see it. */
    public void flush() throws SQLException {
        rows.flush();
        extras.flush();
        cells.flush();
        rejected.flush();
        emptyBuckets.flush();
    }

    /** Takes out what a source has told so far. */
    void forget(int source) throws SQLException {
        flush();
        store.run("delete from stage_extra where n in (select n from stage where source = ?)", source);
        store.run("delete from stage where source = ?", source);
        store.run("delete from log_cells where source = ?", source);
        store.run("delete from incoming.main.rejected where source = ?", source);
        store.run("delete from incoming.main.empty_bucket where source = ?", source);
        store.run("delete from incoming.main.unfinished where source = ?", source);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        extras.close();
        cells.close();
        rejected.close();
        emptyBuckets.close();
    }
}
