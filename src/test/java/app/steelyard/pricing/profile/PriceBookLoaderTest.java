package app.steelyard.pricing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.text.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceBookLoaderTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFolderIsFine() {
        PriceBookLoader.Loaded loaded = PriceBookLoader.load(folder.resolve("none"));
        assertEquals(List.of(), loaded.problems());
        assertTrue(loaded.book().model(PriceRef.parse("openai/gpt-5")).isPresent());
    }

    @Test
    void oneBadProfileDoesNotKeepTheOthersOut() throws IOException {
        Files.writeString(folder.resolve("a.json"), Good.text().replace("\"input\": \"4\"", "\"input\": 4"));
        Files.writeString(folder.resolve("b.json"), Good.text());
        Files.writeString(folder.resolve("c.json"), "{");
        PriceBookLoader.Loaded loaded = PriceBookLoader.load(folder);
        assertEquals(
                List.of("a.json", "c.json"),
                loaded.problems().stream()
                        .map(p -> Path.of(p.file()).getFileName().toString())
                        .toList());
        assertEquals(
                "/models/0/rates/0/prices/input", loaded.problems().getFirst().pointer());
        Quote<RateCard> quote = loaded.book()
                .rates(PriceRef.parse("acme/small"), ServiceTier.STANDARD, LocalDate.of(2026, 3, 1))
                .orElseThrow();
        assertTrue(quote.marks().contains(PriceMark.OWN));
        assertTrue(loaded.book().model(PriceRef.parse("openai/gpt-5")).isPresent());
    }

    @Test
    void onesOwnProfileOverridesOneShippedModelOnly() throws IOException {
        String own = Good.text()
                .replace("\"vendor\": \"acme\"", "\"vendor\": \"openai\"")
                .replace("org/big", "gpt-4.1");
        Files.writeString(folder.resolve("mine.json"), own);
        PriceBook book = PriceBookLoader.load(folder).book();
        assertEquals(
                "Big",
                book.model(PriceRef.parse("openai/gpt-4.1")).orElseThrow().name());
        assertEquals(
                "GPT-5",
                book.model(PriceRef.parse("openai/gpt-5")).orElseThrow().name());
    }

    @Test
    void twoOfOnesOwnMustNotStateTheSame() throws IOException {
        Files.writeString(folder.resolve("a.json"), Good.text());
        Files.writeString(folder.resolve("b.json"), Good.text());
        List<Problem> problems = PriceBookLoader.load(folder).problems();
        assertEquals(3, problems.size());
        assertEquals(
                new Problem(
                        folder.resolve("b.json").toString(),
                        10,
                        13,
                        "/models/0/id",
                        "acme/org/big is already given by a.json; only one of your own profiles may state it."),
                problems.getFirst());
    }

    @Test
    void onlyProfilesAreLookedAt() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "{");
        Files.writeString(folder.resolve("profile.schema.json"), "{");
        Files.writeString(folder.resolve(".hidden.json"), "{");
        assertEquals(List.of(), PriceBookLoader.load(folder).problems());
    }

    @Test
    void aFolderNamedLikeAProfileIsAProblem() throws IOException {
        Files.createDirectory(folder.resolve("x.json"));
        assertEquals("This is a folder. Choose a file in it.", onlyReason());
    }

    @Test
    void aHugeFileIsAProblem() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("x.json").toFile(), "rw")) {
            file.setLength((16L << 20) + 1);
        }
        assertEquals("The file is larger than 16 MiB, more than any such file. Choose another one.", onlyReason());
    }

    @Test
    void aDanglingLinkIsAProblem() throws IOException {
        Files.createSymbolicLink(folder.resolve("x.json"), folder.resolve("gone"));
        assertEquals("There is no such file. Check its name and folder.", onlyReason());
    }

    @Test
    void aFileInPlaceOfTheFolderIsAProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "");
        assertEquals(
                List.of(Problem.ofFile(file.toString(), "This is not a folder.")),
                PriceBookLoader.load(file).problems());
    }

    private String onlyReason() {
        List<Problem> problems = PriceBookLoader.load(folder).problems();
        assertEquals(1, problems.size());
        assertEquals(folder.resolve("x.json").toString(), problems.getFirst().file());
        assertEquals("", problems.getFirst().pointer());
        return problems.getFirst().reason();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        Linux,      STEELYARD_PROFILES, /own/prices,  /own/prices
        Linux,      STEELYARD_PROFILES, ' ',          /home/ann/.config/steelyard/pricing-profiles
        Linux,      XDG_CONFIG_HOME,    /cfg,         /cfg/steelyard/pricing-profiles
        Linux,      XDG_CONFIG_HOME,    relative,     /home/ann/.config/steelyard/pricing-profiles
        Linux,      NONE,               -,            /home/ann/.config/steelyard/pricing-profiles
        Mac OS X,   NONE,               -,            /home/ann/Library/Application Support/Steelyard/pricing-profiles
        Windows 11, APPDATA,            /roaming,     /roaming/Steelyard/pricing-profiles
        Windows 11, NONE,               -,            /home/ann/AppData/Roaming/Steelyard/pricing-profiles
        """)
    void theFolderIsWhereTheSystemKeepsSuchThings(String system, String variable, String value, String expected) {
        Map<String, String> environment = value == null ? Map.of() : Map.of(variable, value);
        assertEquals(Path.of(expected), PriceBookLoader.userFolder(environment::get, system, "/home/ann"));
    }

    @Test
    void aFolderThatIsNoPathIsToldApart() {
        assertThrows(
                InvalidPathException.class, () -> PriceBookLoader.userFolder(name -> "a\0b", "Linux", "/home/ann"));
    }
}
