package app.steelyard.usage.store;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.SqlPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's file, which a stranger may have made. It is looked at before it is used: whatever it holds beside plain
 * tables could run something of its maker's. The database may then touch nothing but it, and what is read on purpose.
 */
final class LedgerFile {
    private static final Texts TEXTS = Texts.of(LedgerFile.class);

    /** Columns with their types, by table, of all that a ledger may hold of ours. */
    private static final String COLUMNS = """
        select table_name, string_agg(column_name || ' ' || data_type, ', ' order by column_index)
        from duckdb_columns() where database_name = 'DATABASE' and schema_name = 'main' group by table_name
        """;

    /** What a ledger never holds: it would be run where a table is meant. */
    private static final String STRANGE = """
        select 'view ' || view_name from duckdb_views() where database_name = 'ledger' and not internal
        union all select 'function ' || function_name from duckdb_functions()
          where database_name = 'ledger' and not internal
        union all select 'type ' || type_name from duckdb_types() where database_name = 'ledger' and not internal
        union all select 'schema ' || schema_name from duckdb_schemas()
          where database_name = 'ledger' and not internal and schema_name <> 'main'
        union all select 'column ' || column_name from duckdb_columns()
          where database_name = 'ledger' and not internal and column_default is not null
        """;

    private LedgerFile() {}

    /**
     * Makes {@code file} the one that statements mean, if it is a ledger or none yet; one of an older program is brought
     * to the tables of {@code version} first.
     */
    static void attach(Statement statement, Path file, int version, Properties settings)
            throws SQLException, IOException {
        use(statement, file);
        if (isOlder(statement, file, version)) {
            statement.execute("use memory");
            statement.execute("detach ledger");
            Upgrade.inCopy(file, settings);
            use(statement, file);
            isOlder(statement, file, version);
        }
    }

    private static void use(Statement statement, Path file) throws SQLException {
        statement.execute("attach " + quoted(file.toAbsolutePath().toString()) + " as ledger (type duckdb)");
        ownerOnly(file);
        statement.execute("use ledger");
    }

    /** @throws LedgerException if it holds anything that no ledger of ours does */
    private static boolean isOlder(Statement statement, Path file, int version) throws SQLException {
        List<String> strange = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(STRANGE)) {
            while (found.next()) {
                strange.add(found.getString(1));
            }
        }
        Map<String, String> held = columns(statement, "ledger");
        boolean older = false;
        if (!held.isEmpty()) {
            Map<String, String> wanted = blank(statement);
            // An older one lacks the last columns of some tables.
            wanted.forEach((table, columns) -> {
                if (!isWithin(table, held.getOrDefault(table, columns), columns)) {
                    strange.add("table " + table);
                }
            });
            if (!held.containsKey("meta")) {
                strange.add("table without meta");
            }
            if (strange.isEmpty()) {
                int found = Upgrade.version(statement);
                older = found > 0 && found < version;
                boolean whole = wanted.entrySet().stream()
                        .allMatch(e -> isWithin(e.getKey(), e.getValue(), held.getOrDefault(e.getKey(), e.getValue())));
                if (!whole && !older && found <= version) {
                    strange.add("table that lacks columns");
                }
            }
        }
        if (!strange.isEmpty()) {
            throw new LedgerException(TEXTS.get("ledger.strange", file, strange.getFirst()), null);
        }
        return older;
    }

    /** Whether a table's columns are the first of {@code all}; of entries, which are written by name, in any order. */
    private static boolean isWithin(String table, String columns, String all) {
        return table.equals("entry")
                ? List.of(all.split(", ", -1)).containsAll(List.of(columns.split(", ", -1)))
                : all.equals(columns) || all.startsWith(columns + ", ");
    }

    /** The tables of a new ledger. */
    private static Map<String, String> blank(Statement statement) throws SQLException {
        statement.execute("attach ':memory:' as blank");
        statement.execute("use blank");
        statement.execute(Store.TABLES);
        statement.execute("use ledger");
        Map<String, String> columns = columns(statement, "blank");
        statement.execute("detach blank");
        return columns;
    }

    private static Map<String, String> columns(Statement statement, String database) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        try (ResultSet found = statement.executeQuery(COLUMNS.replace("DATABASE", database))) {
            while (found.next()) {
                all.put(found.getString(1), found.getString(2));
            }
        }
        return all;
    }

    /** From now on nothing is read or written but the ledger, {@code scratch} and {@code readable}. */
    static void lock(Statement statement, Path file, Path scratch, List<Path> readable) throws SQLException {
        String path = file.toAbsolutePath().toString();
        statement.execute("set allowed_directories = [" + quoted(scratch + "/") + "]");
        statement.execute("set allowed_paths = ["
                + Stream.concat(
                                Stream.of(path, path + ".wal"),
                                readable.stream().flatMap(p -> Stream.of(p.toString(), SqlPath.pattern(p))))
                        .map(LedgerFile::quoted)
                        .collect(Collectors.joining(", "))
                + "]");
        statement.execute("set enable_external_access = false");
        statement.execute("set lock_configuration = true");
    }

    /** Lets nobody but its owner read it, where files have permissions. */
    static void ownerOnly(@Nullable Path file) {
        if (file == null) {
            return;
        }
        for (Path each : List.of(file, Path.of(file + ".wal"))) {
            PosixFileAttributeView view = Files.getFileAttributeView(each, PosixFileAttributeView.class);
            try {
                if (view != null && Files.exists(each)) {
                    view.setPermissions(PosixFilePermissions.fromString("rw-------"));
                }
            } catch (IOException e) {
                // It belongs to somebody else, who says who may read it.
            }
        }
    }

    private static String quoted(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
