package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.SqliteSchema.Column;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a SQLite database, such as coding tools keep. It is read as its documented format says and never opened as a
 * database: nothing is written, nothing is locked, no program runs, and what another program has not finished does not
 * count. Values become text. See {@code docs/decisions/0013-sqlite.md}.
 */
public final class Sqlite implements AutoCloseable {
    private static final int LEAF = 13;
    private static final int INNER = 5;
    /** Where the table of all tables begins. */
    private static final int SCHEMA = 1;
    /** SQLite itself goes no deeper. */
    private static final int DEEPEST = 20;

    private static final Texts TEXTS = Texts.of(Sqlite.class);

    private final SqlitePages pages;
    private final Charset charset;
    private final long state;

    /**
     * A table whose rows can be read.
     *
     * @param root the page at which it begins
     */
    public record Table(String name, List<Column> columns, int root) {}

    private Sqlite(SqlitePages pages) throws IOException {
        this.pages = pages;
        this.state = pages.state();
        charset = switch (pages.encoding()) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
    }

    /** @throws Refused if it is damaged or none */
    public static Sqlite open(Path file) throws IOException {
        try {
            return new Sqlite(SqlitePages.open(file));
        } catch (IOException e) {
            throw new Refused(TEXTS.get("sqlite.damaged"));
        }
    }

    /** Every table, in the order in which they were made. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        try {
            each(SCHEMA, (number, values) -> {
                if (values.size() >= 5 && "table".equals(values.get(0))) {
                    String statement = String.valueOf(values.get(4));
                    List<Column> columns = SqliteSchema.columns(statement);
                    int root = Integer.parseInt(String.valueOf(values.get(3)));
                    if (root > 0 && !columns.isEmpty() && !SqliteSchema.isWithoutRowId(statement)) {
                        tables.add(new Table(String.valueOf(values.get(1)), columns, root));
                    }
                }
            });
        } catch (IOException | RuntimeException e) {
            // What was found before the damage can be read.
        }
        return tables;
    }

    /** Its name and columns, by which formats know their own. */
    public static Head head(String file, Table table) {
        List<String> names = table.columns().stream().map(Column::name).toList();
        return new Head(file, table.name() + "\n" + String.join(",", names), new LinkedHashSet<>(names));
    }

    /** Tells each row of {@code table}, its number for its line. */
    public void read(Table table, Records<TableRow> records) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            places.putIfAbsent(table.columns().get(i).name(), i);
        }
        long[] count = {0};
        try {
            each(table.root(), (number, values) -> {
                count[0]++;
                List<@Nullable String> cells = new ArrayList<>();
                for (int i = 0; i < table.columns().size(); i++) {
                    String value = i < values.size() ? values.get(i) : null;
                    boolean isNumber = value == null && table.columns().get(i).isRowId();
                    cells.add(isNumber ? String.valueOf(number) : value);
                }
                records.record(count[0], new TableRow(places, cells));
            });
            if (pages.state() != state) {
                records.trouble(TEXTS.get("sqlite.changed"));
            }
        } catch (IOException | IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            records.trouble(TEXTS.get("sqlite.broken", count[0]));
        }
    }

    /** Is told a row's number and values. */
    private interface Row {
        void read(long number, List<@Nullable String> values);
    }

    private void each(int root, Row row) throws IOException {
        new Walk(row, pages.bytes()).each(root, 0);
    }

    /** A tree of pages, of which the outermost hold the rows. A damaged one may lead in a circle. */
    private final class Walk {
        private final BitSet met = new BitSet();
        private final Row row;
        private long left;

        Walk(Row row, long bytes) {
            this.row = row;
            this.left = bytes;
        }

        private void each(int number, int depth) throws IOException {
            if (number < 1 || number > pages.most() || met.get(number) || depth > DEEPEST) {
                throw new IOException();
            }
            met.set(number);
            ByteBuffer page = pages.page(number);
            int start = number == SCHEMA ? 100 : 0;
            int kind = page.get(start);
            int cells = page.getShort(start + 3) & 0xFFFF;
            if (kind == LEAF) {
                for (int i = 0; i < cells; i++) {
                    leaf(page, page.getShort(start + 8 + 2 * i) & 0xFFFF);
                }
            } else if (kind == INNER) {
                for (int i = 0; i < cells; i++) {
                    each(page.getInt(page.getShort(start + 12 + 2 * i) & 0xFFFF), depth + 1);
                }
                each(page.getInt(start + 8), depth + 1);
            } else {
                throw new IOException();
            }
        }

        /** No byte is a part of two rows, so all of them together are no larger than the file. */
        private void leaf(ByteBuffer page, int place) throws IOException {
            ByteBuffer cell = page.duplicate().position(place);
            long length = varint(cell);
            long number = varint(cell);
            left -= length;
            if (length < 0 || length > JsonRecords.LONGEST_VALUE || left < 0) {
                throw new IOException();
            }
            row.read(number, values(payload(cell, (int) length)));
        }
    }

    /** A row that does not fit into its page goes on in a chain of others. */
    private ByteBuffer payload(ByteBuffer cell, int length) throws IOException {
        int usable = pages.usable();
        int here = length;
        if (length > usable - 35) {
            int least = (usable - 12) * 32 / 255 - 23;
            int fits = least + (length - least) % (usable - 4);
            here = fits <= usable - 35 ? fits : least;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        whole.put(cell.slice(cell.position(), here));
        int next = whole.hasRemaining() ? cell.getInt(cell.position() + here) : 0;
        while (whole.hasRemaining()) {
            ByteBuffer page = pages.page(next);
            whole.put(page.slice(4, Math.min(usable - 4, whole.remaining())));
            next = page.getInt(0);
        }
        return whole.flip();
    }

    private List<@Nullable String> values(ByteBuffer payload) {
        ByteBuffer kinds = payload.duplicate();
        int header = (int) varint(kinds);
        ByteBuffer body = payload.duplicate().position(header);
        List<@Nullable String> values = new ArrayList<>();
        while (kinds.position() < header) {
            values.add(value(varint(kinds), body));
        }
        return values;
    }

    private @Nullable String value(long kind, ByteBuffer body) {
        if (kind >= 12) {
            if ((kind - 12) / 2 > body.remaining()) {
                throw new BufferUnderflowException();
            }
            byte[] bytes = new byte[(int) ((kind - 12) / 2)];
            body.get(bytes);
            return new String(bytes, kind % 2 == 0 ? StandardCharsets.UTF_8 : charset);
        }
        return switch ((int) kind) {
            case 1, 2, 3, 4 -> whole(body, (int) kind);
            case 5 -> whole(body, 6);
            case 6 -> whole(body, 8);
            case 7 -> number(body.getDouble());
            case 8 -> "0";
            case 9 -> "1";
            default -> null;
        };
    }

    private static String number(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).toString() : String.valueOf(value);
    }

    private static String whole(ByteBuffer body, int bytes) {
        long value = body.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | body.get() & 0xFF;
        }
        return String.valueOf(value);
    }

    /** Seven bits a byte, as long as the eighth is set; the ninth byte has eight. */
    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = from.get();
            value = value << 7 | next & 0x7F;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | from.get() & 0xFF;
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
