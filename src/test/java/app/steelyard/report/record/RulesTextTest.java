package app.steelyard.report.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.decision.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesTextTest {
    @Test
    void theDocumentShowsTheRules() throws IOException {
        Path file = Path.of("docs/rules.md");
        String text = RulesText.markdown(RuleBook.get());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, "run with -Dgolden.update=true");
    }
}
