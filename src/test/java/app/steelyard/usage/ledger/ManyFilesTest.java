package app.steelyard.usage.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.text.Problem;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.row.UsageFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many files are no more than their rows: counted each for itself, in bounded memory, and none ends the others. */
class ManyFilesTest {
    private static final String HEADER = "timestamp,model,prompt_tokens,cached_tokens,completion_tokens\n";

    @TempDir
    Path folder;

    private static String row(int day, int hour, long input) {
        return "2026-%02d-%02dT%02d:00:00Z,gpt-5-mini,%d,10,5\n".formatted(day / 28 + 1, day % 28 + 1, hour, input);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static FileReport report(LedgerView view, String end) {
        return view.files().stream()
                .filter(f -> f.file().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aYearOfDaysOfAllKindsIsCountedFileByFile() throws IOException {
        for (int day = 0; day < 330; day++) {
            write("year/%03d.csv".formatted(day), HEADER + row(day, 8, 100) + row(day, 9, 100));
        }
        write("year/100-answers.jsonl", """
            {"id":"a","object":"chat.completion","created":1785924060,"model":"gpt-5-mini","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":1}}
            """);
        write("year/101-damaged.csv", HEADER + row(2, 11, 100) + "yesterday,gpt-5-mini,9,0,9\n\"never closed");
        write("year/102-other.csv", "a,b\n1,2\n");
        write("year/103.csv.gz", "is no gzip");
        LedgerView view = Imported.of(folder.resolve("year"));
        assertEquals(334, view.files().size());
        assertEquals(330 * 200 + 7 + 100, view.totals().input());
        FileReport damaged = report(view, "damaged.csv");
        assertEquals(1, damaged.accepted());
        assertTrue(damaged.unreadable() >= 2, damaged::toString);
        assertEquals(
                List.of(3L, 4L),
                view.rejected().stream().map(Problem::line).distinct().toList());
        for (int day = 0; day < 330; day++) {
            assertEquals(2, report(view, "/%03d.csv".formatted(day)).accepted());
        }
    }

    /** What comes with one another is held against one another as what comes later is. */
    @Test
    void amongFilesThatComeTogetherTheFirstHasIt() throws IOException {
        String rows = HEADER + row(1, 8, 100) + row(1, 9, 200);
        Path first = write("a.csv", rows);
        Path same = write("b.csv", rows);
        Path other = write("c.csv", HEADER + row(1, 8, 300));
        LedgerView together = Imported.of(first, same, other);
        assertEquals(600, together.totals().input());
        assertEquals(2, report(together, "b.csv").duplicates());
        assertEquals(0, report(together, "a.csv").duplicates());
        Imported.assertSays(together, UsageFinding.Severity.WARNING, "c.csv");
        String ids = "id,timestamp,model,prompt_tokens,completion_tokens\n";
        LedgerView byId = Imported.of(
                write(
                        "d.csv",
                        ids + "x,2026-01-01T00:00:00Z,gpt-5-mini,10,1\nx,2026-01-01T00:00:00Z,gpt-5-mini,10,9\n"),
                write(
                        "e.csv",
                        ids + "x,2026-01-01T00:00:00Z,gpt-5-mini,10,99\ny,2026-01-01T00:00:00Z,gpt-5-mini,1,1\n"));
        assertEquals(2, byId.totals().requests());
        assertEquals(10, byId.totals().output());
        assertEquals(1, report(byId, "d.csv").duplicates());
        assertEquals(1, report(byId, "e.csv").duplicates());
    }

    /** Small logs are read cell by cell, large ones by the database: it is the same reading. */
    @Test
    void aLogIsReadAlikeWhateverItsSize() throws IOException {
        StringBuilder all = new StringBuilder(HEADER);
        List<String> rows = new java.util.ArrayList<>();
        for (int day = 0; day < 300; day++) {
            for (int hour = 0; hour < 12; hour++) {
                rows.add(row(day, hour, 1000 + day));
            }
        }
        rows.add("2026-01-01 10:00:00.5+02:00,gpt-5-mini,1e3,0,5.0\n");
        rows.add("2026-01-01T10:00:00Z,gpt-5-mini,1.5,0,5\n");
        rows.add("x,gpt-5-mini,1,0,5\n");
        rows.add("2026-01-01T10:00:00Z,gpt-5-mini,5,10,5\n");
        rows.forEach(all::append);
        LedgerView large = Imported.of(write("large.csv", all.toString()));
        StringBuilder part = new StringBuilder(HEADER);
        int parts = 0;
        for (int i = 0; i < rows.size(); i++) {
            part.append(rows.get(i));
            if (i % 50 == 49 || i == rows.size() - 1) {
                write("parts/%03d.csv".formatted(parts++), part.toString());
                part = new StringBuilder(HEADER);
            }
        }
        LedgerView small = Imported.of(folder.resolve("parts"));
        assertEquals(large.totals(), small.totals());
        assertEquals(large.byModel(), small.byModel());
        assertEquals(
                large.rejected().stream().map(Problem::reason).sorted().toList(),
                small.rejected().stream().map(Problem::reason).sorted().toList());
        assertEquals(
                3601 - 3,
                Imported.of(write("large.csv", all.toString()), folder.resolve("large.csv"))
                                .files()
                                .getLast()
                                .duplicates()
                        - 3);
    }

    @Test
    void anArchiveOfManyMembersIsTheSame() throws IOException {
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int day = 0; day < 200; day++) {
                out.putNextEntry(new ZipEntry("log[%d].csv".formatted(day)));
                out.write((HEADER + row(day, 8, 100)).getBytes(StandardCharsets.UTF_8));
            }
        }
        for (int day = 200; day < 250; day++) {
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(folder.resolve("day-%d".formatted(day))))) {
                out.write((HEADER + row(day, 8, 100)).getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(250 * 100, Imported.of(folder).totals().input());
    }

    /** Neither a wildcard nor a folder called like a column, nor an ending, changes what a file holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "log[1].csv",
                "log*.csv",
                "log?.csv",
                "{a,b}.csv",
                "it's.csv",
                "model=other/log.csv",
                "timestamp=2020-01-01/prompt_tokens=7/log.csv",
                "plain.csv.gz",
                "plain.csv.zst",
                "plain.parquet",
                "plain.zip",
                "http:/x.csv"
            })
    void aNameIsOnlyAName(String name) throws IOException {
        write("log1.csv", HEADER + row(3, 3, 77_777));
        write("loga.csv", HEADER + row(3, 3, 77_777));
        for (int rows : new int[] {2, 3000}) {
            StringBuilder text = new StringBuilder(HEADER);
            for (int i = 0; i < rows; i++) {
                text.append(row(i % 300, 1 + i / 300, 100));
            }
            LedgerView view = Imported.of(write(name, text.toString()));
            assertEquals(rows * 100L, view.totals().input());
            assertEquals(List.of("gpt-5-mini"), List.copyOf(view.byModel().keySet()));
        }
    }
}
