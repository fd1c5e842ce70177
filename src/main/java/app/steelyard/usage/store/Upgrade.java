package app.steelyard.usage.store;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

/**
 * Brings a ledger of an older program to the tables of this one. That is done in a copy, which then takes the ledger's
 * place: whatever happens, there is the old ledger or the new one.
 */
final class Upgrade {
    /** What prices ask for besides is not known of what was imported before. */
    private static final List<String> TO_2 = List.of(
            "alter table entry add column beside varchar",
            "alter table entry add column longer bigint",
            "alter table entry add column part ubigint",
            "update meta set version = 2");

    /** Its table is made where it is missing. Chains of what was imported before are not known. */
    private static final List<String> TO_3 = List.of("update meta set version = 3");

    private Upgrade() {}

    /** The version of the ledger's tables; 0 where there are none yet. */
    static int version(Statement statement) throws SQLException {
        try (ResultSet tables = statement.executeQuery(
                "from duckdb_tables() where table_name = 'meta' and database_name = current_database()")) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (ResultSet found = statement.executeQuery("select version from meta")) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    static void inCopy(Path file, Properties settings) throws SQLException, IOException {
        Path ledger = file.toRealPath();
        Path copy = ledger.resolveSibling("." + ledger.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.copy(ledger, copy, StandardCopyOption.COPY_ATTRIBUTES);
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + copy, settings);
                    Statement statement = connection.createStatement()) {
                for (List<String> step : List.of(TO_2, TO_3).subList(version(statement) - 1, 2)) {
                    for (String change : step) {
                        statement.execute(change);
                    }
                }
                statement.execute("checkpoint");
            }
            replace(copy, ledger);
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ".wal"));
        }
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
