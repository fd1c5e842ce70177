package app.steelyard.app.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.steelyard.app.journal.Unfinished.OnDisk;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.JournalEntry;
import app.steelyard.document.PlanFile;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Plan PLAN = Samples.plan("banking-copilot").orElseThrow();

    @TempDir
    private Path home;

    private final List<IOException> failures = new ArrayList<>();

    private Path folder() {
        return Journal.folder(home);
    }

    private Journal journal() {
        return new Journal(folder(), failures::add);
    }

    private static Plan edited(double requests) {
        return PlanField.REQUESTS_PER_MONTH.with(PLAN, requests);
    }

    private static JournalEntry entry(Plan plan, @Nullable PlanFile file) {
        return new JournalEntry(
                NOON,
                "Requests a month",
                plan,
                Answers.NONE,
                file == null ? null : new JournalEntry.SavedAs(file.path(), file.content()));
    }

    /** What the next start finds after a crash: the system has let go of the locks, all else is as it was. */
    private Unfinished.Found afterACrash() {
        Path next = home.resolve("next-start");
        try (Stream<Path> files = Files.list(Files.createDirectories(folder()))) {
            Files.createDirectories(next);
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".journal")).toList()) {
                Files.copy(file, next.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Unfinished.in(next);
    }

    private List<String> files(Path in) {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLastOfManyEditsIsThere() {
        Journal journal = journal();
        IntStream.rangeClosed(1, 100).forEach(i -> journal.keep(entry(edited(i), null)));
        journal.flush();
        Unfinished.Found found = afterACrash();
        assertEquals(List.of(), found.told());
        assertEquals(1, found.plans().size());
        Unfinished unfinished = found.plans().getFirst();
        assertEquals(edited(100), unfinished.entry().plan());
        assertEquals(OnDisk.NONE, unfinished.onDisk());
        assertEquals(List.of("Changed last: Requests a month"), unfinished.changes());
        journal.close();
    }

    @Test
    void anEditWaitsForTheOneBefore() {
        Journal journal = journal();
        for (int i = 1; i <= 20; i++) {
            journal.keep(new JournalEntry(NOON, "Edit " + i, edited(i), Answers.NONE, null));
            if (i > 1) {
                Unfinished found = afterACrash().plans().getFirst();
                double back = found.entry().plan().traffic().requestsPerMonth();
                assertTrue(back >= i - 1, back + " of " + i);
                leave(found);
            }
        }
        journal.close();
    }

    @Test
    void answersComeWithIt() {
        Answers answers = SampleAnswers.of("banking-copilot").orElseThrow().answers();
        Journal journal = journal();
        journal.keep(new JournalEntry(NOON, "", PLAN, answers, null));
        journal.flush();
        assertEquals(answers, afterACrash().plans().getFirst().entry().answers());
        journal.close();
    }

    @Test
    void nothingIsLeftOfWhatWasSavedOrGivenUp() {
        Journal journal = journal();
        journal.keep(entry(edited(1), null));
        journal.sweep();
        journal.flush();
        assertEquals(List.of(), afterACrash().plans());
        journal.keep(entry(edited(2), null));
        journal.flush();
        journal.close();
        assertEquals(List.of(), files(folder()));
        // A window that goes may still hand something over.
        journal.keep(entry(edited(3), null));
        journal.close();
        assertEquals(List.of(), files(folder()));
    }

    @Test
    void aPlanThatWasSavedJustBeforeTheEndIsNoneToRestore() {
        PlanFile file = PlanFile.save(home.resolve("a.steelyard"), PLAN, null);
        Journal journal = journal();
        journal.keep(entry(edited(7), file));
        journal.flush();
        PlanFile.save(file.path(), edited(7), file);
        Unfinished.Found found = afterACrash();
        assertEquals(List.of(), found.plans());
        assertEquals(List.of(), files(home.resolve("next-start")));
        journal.close();
    }

    @Test
    void whatChangedIsToldAgainstTheFile() {
        PlanFile file = PlanFile.save(home.resolve("a.steelyard"), edited(5_000_000), null);
        Journal journal = journal();
        journal.keep(entry(edited(6_000_000).withName("Another"), file));
        journal.flush();
        Unfinished found = afterACrash().plans().getFirst();
        assertEquals(OnDisk.AS_IT_WAS, found.onDisk());
        assertEquals(
                List.of("Name: " + PLAN.name() + " → Another", "Requests a month: 5,000,000 → 6,000,000"),
                found.changes());
        journal.close();
    }

    @Test
    void aFileThatWasChangedSinceOrIsGoneIsNoticed() throws Exception {
        PlanFile file = PlanFile.save(home.resolve("a.steelyard"), PLAN, null);
        Journal journal = journal();
        journal.keep(entry(edited(7), file));
        journal.flush();
        PlanFile.save(file.path(), edited(8), null);
        Unfinished found = afterACrash().plans().getFirst();
        assertEquals(OnDisk.CHANGED, found.onDisk());
        found.leave();
        Files.delete(file.path());
        assertEquals(
                OnDisk.GONE,
                Unfinished.in(home.resolve("next-start")).plans().getFirst().onDisk());
        journal.close();
    }

    @Test
    void aWindowThatIsOpenIsLeftAlone() {
        Journal one = journal();
        Journal other = journal();
        one.keep(entry(edited(1), null));
        other.keep(entry(edited(2), null));
        one.flush();
        other.flush();
        assertEquals(new Unfinished.Found(List.of(), List.of()), Unfinished.in(folder()));
        assertEquals(2, afterACrash().plans().size());
        one.close();
        other.close();
        assertEquals(List.of(), files(folder()));
    }

    @Test
    void whatIsFoundBelongsToOneUntilItIsLeft() {
        Journal journal = journal();
        journal.keep(entry(edited(1), null));
        journal.flush();
        Path next = home.resolve("next-start");
        Unfinished found = afterACrash().plans().getFirst();
        assertEquals(List.of(), Unfinished.in(next).plans());
        assertFalse(files(next).isEmpty());
        leave(found);
        Unfinished again = Unfinished.in(next).plans().getFirst();
        assertEquals(found.entry(), again.entry());
        try {
            again.discard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(List.of(), files(next));
        journal.close();
    }

    private static void leave(Unfinished found) {
        try {
            found.leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsGoneOnWithIsKeptThroughout() {
        Journal journal = journal();
        journal.keep(entry(edited(1), null));
        journal.flush();
        Path next = home.resolve("next-start");
        Unfinished found = afterACrash().plans().getFirst();
        Journal another = new Journal(next, failures::add);
        another.keep(entry(edited(5), null));
        another.flush();
        another.adopt(found);
        assertEquals(1, files(next).stream().filter(f -> f.endsWith(".journal")).count());
        another.keep(entry(edited(2), null));
        another.flush();
        assertEquals(1, files(next).stream().filter(f -> f.endsWith(".journal")).count());
        another.close();
        assertEquals(List.of(), files(next));
        journal.close();
    }

    @Test
    void whatIsDamagedIsToldAndKeptAside() throws Exception {
        Journal journal = journal();
        journal.keep(entry(edited(1), null));
        journal.flush();
        Path next = Files.createDirectories(home.resolve("next-start"));
        String cut = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
        Files.write(next.resolve(cut + ".journal"), new byte[] {'{'});
        String empty = "3fa85f64-5717-4562-b3fc-2c963f66afa7";
        Files.write(next.resolve(empty + ".journal"), new byte[0]);
        Unfinished.Found found = afterACrash();
        assertEquals(1, found.plans().size());
        assertEquals(2, found.told().size());
        assertTrue(found.told().getFirst().endsWith(cut + ".journal.damaged"), found.told()::getFirst);
        assertEquals(1, Files.size(next.resolve(cut + ".journal.damaged")));
        leave(found.plans().getFirst());
        assertEquals(List.of(), Unfinished.in(next).told(), "once");
        journal.close();
    }

    @Test
    void whatACutOffWriteHasLeftGoes() throws Exception {
        String id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
        Files.createDirectories(folder());
        Files.write(folder().resolve(id + ".journal"), entry(edited(3), null).write());
        Files.write(folder().resolve("." + id + ".journal.another.tmp"), new byte[3]);
        Files.createFile(folder().resolve("3fa85f64-5717-4562-b3fc-2c963f66afa7.lock"));
        Files.createFile(folder().resolve("not ours.txt"));
        Unfinished.Found found = Unfinished.in(folder());
        assertEquals(edited(3), found.plans().getFirst().entry().plan());
        assertEquals(List.of(id + ".journal", id + ".lock", "not ours.txt"), files(folder()));
        leave(found.plans().getFirst());
    }

    @Test
    void aDiskThatTakesNothingIsToldOnceAndMayRecover() throws Exception {
        // A file where the folder is to be: nothing can be made in it, for anybody.
        Files.createFile(folder());
        Journal journal = journal();
        for (int i = 1; i <= 3; i++) {
            journal.keep(entry(edited(i), null));
            journal.flush();
        }
        assertEquals(1, failures.size(), failures::toString);
        Files.delete(folder());
        journal.keep(entry(edited(4), null));
        journal.flush();
        assertEquals(edited(4), afterACrash().plans().getFirst().entry().plan());
        assertEquals(1, failures.size());
        journal.close();
    }

    @Test
    void nobodyElseMayReadIt() throws Exception {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Journal journal = journal();
        journal.keep(entry(edited(1), null));
        journal.flush();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        for (String file : files(folder())) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(file))));
        }
        journal.close();
    }
}
