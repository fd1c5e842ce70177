package app.steelyard.usage.figures;

import static app.steelyard.usage.figures.Imported.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.UsageFinding.Severity;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders, patterns, archives and packed files, whole and damaged. */
class PackedFilesTest {
    private static final String HEADER = "TIMESTAMP,ContextTokens,GeneratedTokens\n";

    @TempDir
    private Path folder;

    /** So many requests of 1,000 tokens each, from {@code hour} o'clock on. */
    private static String trace(int hour, int rows) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            text.append("2026-09-01 %02d:%02d:%02d.%03d,1000,10%n".formatted(hour, i / 60 % 60, i % 60, i % 997));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                out.putNextEntry(new ZipEntry(member.getKey()));
                out.write(member.getValue());
            }
        }
        return packed.toByteArray();
    }

    private static List<String> names(LedgerView view) {
        return view.files().stream().map(FileReport::file).toList();
    }

    @Test
    void readsAFolderWithAllThatIsInItByName() throws IOException {
        write("logs/b.csv", utf8(trace(1, 2)));
        write("logs/a/z.csv.gz", gzip(utf8(trace(2, 3))));
        write("logs/.hidden/x.csv", utf8(trace(3, 1)));
        LedgerView view = Imported.of(folder.resolve("logs"));
        assertEquals(List.of("logs/a/z.csv.gz", "logs/b.csv"), names(view));
        assertEquals(5, view.totals().requests());
    }

    @Test
    void saysThatAFolderIsEmpty() throws IOException {
        Files.createDirectories(folder.resolve("none"));
        assertSays(Imported.of(folder.resolve("none")), Severity.ERROR, "none: there is no file in this folder");
    }

    @Test
    void findsWhatAPatternNames() throws IOException {
        write("logs/a.csv", utf8(trace(1, 1)));
        write("logs/x/y/b.csv", utf8(trace(2, 1)));
        write("logs/x/c.txt", utf8("nothing"));
        assertEquals(
                List.of("logs/a.csv", "logs/x/y/b.csv"),
                names(Imported.of(folder.resolve("logs").resolve("**").resolve("*.csv"))));
        assertSays(Imported.of(folder.resolve("logs/*.json")), Severity.ERROR, "no file fits this pattern");
    }

    @ParameterizedTest
    @CsvSource({"gzip", "zstd"})
    void readsPackedFilesByTheirContent(String packing) throws IOException {
        byte[] text = utf8(trace(1, 5000));
        Path file = write("export.bin", packing.equals("gzip") ? gzip(text) : zstd(text));
        LedgerView view = Imported.of(file);
        assertEquals(5_000_000, view.totals().uncachedInput());
        assertEquals(List.of(), view.rejected());
    }

    @ParameterizedTest
    @CsvSource({"gzip", "zstd"})
    void keepsWhatWasReadOfAPackedFileThatIsCutOff(String packing) throws IOException {
        byte[] text = utf8(trace(1, 100_000));
        byte[] packed = packing.equals("gzip") ? gzip(text) : zstd(text);
        Path file = write("export.csv." + packing, Arrays.copyOf(packed, packed.length / 2));
        LedgerView view = Imported.of(file);
        FileReport report = Imported.only(view);
        assertTrue(report.accepted() > 0 && report.accepted() < 100_000, report::toString);
        // No number was cut short: each request has its 1,000 tokens.
        assertEquals(report.accepted() * 1000, view.totals().uncachedInput());
        assertEquals(report.accepted() * 10, view.totals().output());
        assertSays(view, Severity.ERROR, "the packed data breaks off before its end");
    }

    @Test
    void saysThatAPackedFileIsCutOffBeforeItsFirstRow() throws IOException {
        byte[] packed = gzip(utf8(trace(1, 10)));
        assertSays(
                Imported.of(write("export.csv.gz", Arrays.copyOf(packed, 5))),
                Severity.ERROR,
                "the packed data breaks off before its end");
    }

    @Test
    void readsAZipMemberByMember() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("../evil.csv", utf8(trace(1, 7)));
        members.put("/etc/evil.csv", utf8(trace(2, 7)));
        members.put("C:\\evil.csv", utf8(trace(3, 7)));
        members.put("inner.zip", zip(Map.of("a.csv", utf8(trace(4, 7)))));
        members.put("__MACOSX/._a.csv", utf8("junk"));
        members.put("readme.txt", utf8("hello"));
        members.put("2026/a.csv", utf8(trace(5, 2)));
        members.put("2026/b.csv.gz", gzip(utf8(trace(6, 3))));
        LedgerView view = Imported.of(write("export.zip", zip(members)));
        assertEquals(5, view.totals().requests());
        assertEquals(
                List.of(
                        "export.zip/../evil.csv",
                        "export.zip//etc/evil.csv",
                        "export.zip/C:/evil.csv",
                        "export.zip/inner.zip",
                        "export.zip/2026/a.csv",
                        "export.zip/2026/b.csv.gz"),
                names(view));
        assertSays(view, Severity.ERROR, "export.zip/../evil.csv: the name leads out of the archive");
        assertSays(view, Severity.ERROR, "export.zip//etc/evil.csv: the name leads out of the archive");
        assertSays(view, Severity.ERROR, "export.zip/C:/evil.csv: the name leads out of the archive");
        assertSays(view, Severity.ERROR, "export.zip/inner.zip: an archive within an archive");
        assertSays(view, Severity.INFO, "by their names they hold no usage: export.zip/readme.txt.");
    }

    @Test
    void keepsWhatIsWholeInAZipThatIsCutOff() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a.csv", utf8(trace(1, 100)));
        members.put("b.csv", utf8(trace(2, 20_000)));
        byte[] packed = zip(members);
        LedgerView view = Imported.of(write("export.zip", Arrays.copyOf(packed, packed.length / 2)));
        assertEquals(100, view.files().get(0).accepted());
        assertTrue(view.files().get(1).accepted() > 0 && view.files().get(1).accepted() < 20_000);
        assertSays(view, Severity.ERROR, "export.zip/b.csv: the packed data breaks off");
        assertSays(view, Severity.ERROR, "export.zip: the archive breaks off in or after member 2");
    }

    @Test
    void countsNothingOfABomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8(trace(1, 10) + "spoilt\n"));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) '\n');
            for (int i = 0; i < 200; i++) {
                out.write(blank);
            }
        }
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("good.csv", utf8(trace(2, 3)));
        members.put("bomb.csv.gz", packed.toByteArray());
        members.put("also-good.csv", utf8(trace(3, 4)));
        LedgerView view = Imported.of(write("export.zip", zip(members)));
        assertSays(view, Severity.ERROR, "export.zip/bomb.csv.gz: it unpacks to more than 500 times its size");
        assertEquals(7, view.totals().requests());
        assertEquals(List.of(), view.rejected());
    }

    @Test
    void stopsAtAnArchiveThatIsABomb() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("good.csv", utf8(trace(2, 3)));
        members.put("zeros.bin", new byte[200_000_000]);
        members.put("never.csv", utf8(trace(3, 4)));
        LedgerView view = Imported.of(write("export.zip", zip(members)));
        assertSays(view, Severity.ERROR, "export.zip: it unpacks to more than 500 times its size");
        assertEquals(3, view.totals().requests());
    }

    @Test
    void countsPackedBytesAsProgress() throws IOException {
        Path file = write("export.csv.gz", gzip(utf8(trace(1, 50_000))));
        AtomicLong most = new AtomicLong();
        AtomicLong all = new AtomicLong();
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(List.of(file), (name, bytes, ofBytes, rows) -> {
                most.set(bytes);
                all.set(ofBytes);
                return true;
            });
        }
        assertEquals(Files.size(file), all.get());
        assertTrue(most.get() <= all.get(), most + " of " + all);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-16"})
    void readsUtf16(String charset) throws IOException {
        LedgerView view = Imported.of(write("export.csv", trace(1, 3).getBytes(Charset.forName(charset))));
        assertEquals(3000, view.totals().uncachedInput());
    }

    @Test
    void keepsTheRowsBeforeALineThatFillsTheMemory() throws IOException {
        Path file = folder.resolve("export.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(utf8(trace(1, 3)));
            byte[] nines = new byte[1 << 20];
            Arrays.fill(nines, (byte) '9');
            for (int i = 0; i < 64; i++) {
                out.write(nines);
            }
        }
        LedgerView view = Imported.of(file);
        assertEquals(3, Imported.only(view).accepted());
        assertEquals(1, Imported.only(view).unreadable());
        assertSays(view, Severity.ERROR, "it breaks off after line 4");
    }

    @Test
    void readsParquet() throws IOException, SQLException {
        Path file = folder.resolve("it's [1].parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("""
                copy (select timestamptz '2026-09-01 10:00:00+02' + to_seconds(i) as "TIMESTAMP",
                  1000::bigint as "ContextTokens", 10.0::double as "GeneratedTokens", {'a': [i]} as nested
                  from range(3000) t(i)) to '%s' (format parquet)
                """.formatted(file.toString().replace("'", "''")));
        }
        LedgerView view = Imported.of(file);
        assertEquals(3_000_000, view.totals().uncachedInput());
        assertEquals(30_000, view.totals().output());
        assertEquals("2026-09-01T08:00:00Z", String.valueOf(view.period()).replaceAll(".*start=([^,]*).*", "$1"));
    }

    @Test
    void saysWhyItCannotReadAFile() throws IOException {
        assertSays(Imported.of(write("a.parquet", utf8("PAR1 but no more"))), Severity.ERROR, "damaged or encrypted");
        assertSays(
                Imported.of(write("a.csv.xz", new byte[] {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0})),
                Severity.ERROR,
                "it is packed with xz");
        assertSays(
                Imported.of(write("a.xlsx", zip(Map.of("[Content_Types].xml", utf8("<x/>"))))),
                Severity.ERROR,
                "it is a spreadsheet");
        assertSays(Imported.of(write("a.zip", zip(Map.of()))), Severity.ERROR, "there is nothing in this archive");
    }
}
