package app.steelyard.report.record;

import app.steelyard.Golden;
import app.steelyard.decision.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesTextTest {
    @Test
    void theDocumentShowsTheRules() throws IOException {
        Golden.check(Path.of("docs/rules.md"), RulesText.markdown(RuleBook.get()));
    }
}
