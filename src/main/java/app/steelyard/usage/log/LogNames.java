package app.steelyard.usage.log;

import app.steelyard.usage.row.Privacy;
import app.steelyard.usage.row.Vendors;
import app.steelyard.usage.store.Pseudonyms;
import app.steelyard.usage.store.Store;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * The names in a request log, each looked at once: of models the vendors, and what of projects and tiers may be kept. A
 * model that is none makes its rows bad.
 */
record LogNames(Store store, LogMapping mapping) {
    private static final String KEPT = """
        (select s.* replace (v.kept as vendor, p.kept as project, t.kept as tier,
          'key-' || left(sha256('SALT' || s.key), 8) as key, 'tenant-' || left(sha256('SALT' || s.tenant), 8) as tenant)
        from ROWS s left join vendor_of v on s.model is not distinct from v.name
          left join kept_project p on s.project = p.name left join kept_tier t on s.tier = t.name)
        """;

    /** {@code rows} with vendors, and with nothing private in it. */
    String kept(String rows) {
        return KEPT.replace("ROWS", rows).replace("SALT", store.salt());
    }

    /** Looks at the names in {@code rows}, whose {@code bad} becomes MODEL where that is none. */
    void look(String rows) throws SQLException {
        Pseudonyms pseudonyms = new Pseudonyms(store.salt());
        table(
                "vendor_of",
                rows,
                "model",
                model -> mapping.vendor().isEmpty() ? Vendors.ofModel(model) : mapping.vendor());
        table("kept_project", rows, "project", project -> project == null ? null : pseudonyms.unlessPublic(project));
        table("kept_tier", rows, "tier", tier -> tier == null || !Privacy.isName(tier) ? null : tier);
        table("odd_model", rows, "model", model -> model == null || Privacy.isName(model) ? null : model);
        if (store.number("select count(kept) from odd_model") > 0) {
            store.run("update ROWS set bad = 'MODEL' where bad is null and model in (select kept from odd_model)"
                    .replace("ROWS", rows));
        }
    }

    /** What stands for a name. */
    private interface Keep {
        @Nullable
        String kept(@Nullable String name);
    }

    private void table(String table, String rows, String column, Keep keep) throws SQLException {
        store.run("create or replace temp table " + table + " (name varchar, kept varchar)");
        List<Optional<String>> names = store.ask(
                r -> Optional.ofNullable(r.getString(1)),
                "select distinct " + column + " from " + rows + " where bad is null");
        try (DuckDBAppender appender = store.connection().createAppender("temp", "main", table)) {
            for (Optional<String> name : names) {
                appender.beginRow();
                appender.append(name.orElse(null));
                appender.append(keep.kept(name.orElse(null)));
                appender.endRow();
            }
        }
    }
}
