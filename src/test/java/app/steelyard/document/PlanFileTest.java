package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.Plan;
import app.steelyard.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static final Plan PLAN = Samples.plan("caching").orElseThrow();

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsSavedIsRead() throws Exception {
        Path path = folder.resolve("a plan - 1.steelyard");
        PlanFile saved = PlanFile.save(path, PLAN, null);
        assertEquals(saved, PlanFile.open(path));
        assertEquals(PLAN, saved.plan());
        assertEquals(List.of("a plan - 1.steelyard"), names());
    }

    @Test
    void anotherOnesChangeIsNotOverwritten() throws Exception {
        Path path = folder.resolve("p.steelyard");
        PlanFile first = PlanFile.save(path, PLAN, null);
        PlanFile second = PlanFile.save(path, PLAN.withName("Second"), first);
        Files.writeString(path, "another's");
        assertThrows(PlanChangedException.class, () -> PlanFile.save(path, PLAN, second));
        assertEquals("another's", Files.readString(path));
        PlanFile.save(path, PLAN, null);
        Files.delete(path);
        assertEquals(PLAN, PlanFile.save(path, PLAN, second).plan());
    }

    @Test
    void aFileThatCannotBeWrittenSaysSo() throws Exception {
        Path path = Files.createDirectory(folder.resolve("taken.steelyard"));
        Files.writeString(path.resolve("inside"), "x");
        Refusal e = assertThrows(Refusal.class, () -> PlanFile.save(path, PLAN, null));
        assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
        assertTrue(assertThrows(Refusal.class, () -> PlanFile.save(folder.resolve("no/p.steelyard"), PLAN, null))
                .getMessage()
                .contains("cannot be written"));
        assertEquals(List.of("taken.steelyard"), names());
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        assertTrue(assertThrows(Refusal.class, () -> PlanFile.open(folder.resolve("none.steelyard")))
                .getMessage()
                .endsWith("There is no such file. Check its name and folder."));
        assertTrue(assertThrows(Refusal.class, () -> PlanFile.open(folder))
                .getMessage()
                .contains("This is a folder."));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void permissionsAndLinksStay() throws Exception {
        Path path = folder.resolve("p.steelyard");
        PlanFile.save(path, PLAN, null);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.steelyard"), path);
        PlanFile.save(link, PLAN.withName("Through the link"), null);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("Through the link", PlanFile.open(path).plan().name());
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
}
