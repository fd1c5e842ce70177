package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A table in a Parquet file, read by DuckDB in a database of its own that is forgotten at the end. All values become
 * text: times in UTC, nested ones JSON.
 */
public final class Parquet implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(Parquet.class);

    private final Connection connection;
    private final String table;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();

    private Parquet(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /**
     * Opens {@code file}.
     *
     * @throws Refused if it is damaged, locked or none
     */
    public static Parquet open(Path file) throws IOException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "256MB");
        settings.setProperty("jdbc_stream_results", "true");
        // Nothing is ever fetched.
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_community_extensions", "false");
        try {
            Parquet parquet = new Parquet(
                    DriverManager.getConnection("jdbc:duckdb:", settings),
                    "read_parquet(" + SqlPath.parquet(file) + ")");
            try {
                parquet.describe();
                return parquet;
            } catch (SQLException e) {
                parquet.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new Refused(TEXTS.get("parquet.damaged"));
        }
    }

    private void describe() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("describe select * from " + table)) {
            while (found.next()) {
                String name = found.getString("column_name");
                columns.putIfAbsent(name.strip().toLowerCase(Texts.LOCALE), values.size());
                values.add(value('"' + name.replace("\"", "\"\"") + '"', found.getString("column_type")));
            }
        }
    }

    private static String value(String column, String type) {
        if (type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP")) {
            return "to_json(" + column + ")::varchar";
        }
        return type.equals("TIMESTAMP WITH TIME ZONE")
                ? "make_timestamp(epoch_us(" + column + "))::varchar || 'Z'"
                : column + "::varchar";
    }

    /** Its columns, by which formats know their own. */
    public Head head(String name) throws Refused {
        StringBuilder text = new StringBuilder(String.join(",", columns.keySet()));
        try (Statement statement = connection.createStatement();
                ResultSet first =
                        statement.executeQuery("select " + String.join(", ", values) + " from " + table + " limit 1")) {
            if (first.next()) {
                text.append('\n');
                for (int i = 1; i <= values.size(); i++) {
                    String cell = Objects.requireNonNullElse(first.getString(i), "");
                    text.append(i == 1 ? "" : ",")
                            .append('"')
                            .append(cell.replace("\"", "\"\""))
                            .append('"');
                }
            }
        } catch (SQLException e) {
            throw new Refused(TEXTS.get("parquet.broken", 0));
        }
        return new Head(name, text.toString(), columns.keySet());
    }

    /** Tells each row, its number for its line. */
    public void read(Records<TableRow> records) {
        long number = 0;
        Map<String, Integer> places = new HashMap<>(columns);
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select " + String.join(", ", values) + " from " + table)) {
            while (found.next()) {
                List<@Nullable String> cells = new ArrayList<>(values.size());
                for (int i = 1; i <= values.size(); i++) {
                    cells.add(found.getString(i));
                }
                records.record(++number, new TableRow(places, cells));
            }
        } catch (SQLException e) {
            records.trouble(TEXTS.get("parquet.broken", number));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It only read, and nothing of it is kept.
        }
    }
}
