package app.steelyard.usage.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.Privacy;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No address, key or prompt of a request log is kept, whatever column it stands in. */
class PrivateLogTest {
    private static final String KEY = "sk-live-0123456789abcdefSECRET";
    private static final String ADDRESS = "ada.byron@engines.example.org";
    private static final String PROMPT = "please write me a poem about my grandmother Ada";

    @TempDir
    Path folder;

    private Path log(String name, int times) throws IOException {
        StringBuilder text =
                new StringBuilder("timestamp,model,project,user,service_tier,prompt_tokens,completion_tokens\n");
        for (int i = 0; i < times; i++) {
            text.append("2026-01-01T00:00:00Z,gpt-5-mini,")
                    .append(ADDRESS)
                    .append(',')
                    .append(ADDRESS)
                    .append(",,1,1\n");
            text.append("2026-01-01T00:00:00Z,gpt-5-mini,")
                    .append(KEY)
                    .append(",7,")
                    .append(PROMPT)
                    .append(",1,1\n");
            text.append("2026-01-01T00:00:00Z,gpt-5-mini,").append(PROMPT).append(",7,,1,1\n");
            text.append("2026-01-01T00:00:00Z,").append(PROMPT).append(",shop,7,,1,1\n");
            text.append("2026-01-01T00:00:00Z,").append(ADDRESS).append(",shop,7,,1,1\n");
            text.append("2026-01-01T00:00:00Z,\u001b[31mred,shop,7,,1,1\n");
            text.append("2026-01-01T00:00:00Z,x ").append(KEY).append(",shop,7,,1,1\n");
            text.append("2026-01-01T00:00:00Z,claude-sonnet-4@20250514,shop,7,,1,1\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    /** Of a size that is read cell by cell, and of one that the database reads. */
    @ParameterizedTest
    @ValueSource(ints = {1, 400})
    void nothingPrivateIsKept(int times) throws IOException {
        Path file = folder.resolve("own.ledger");
        String told;
        try (Ledger ledger = Ledger.open(file)) {
            assertTrue(ledger.add(List.of(log("log.csv", times)), Progress.NONE));
            LedgerView view = ledger.view();
            assertEquals(4L * times, Imported.only(view).accepted());
            assertEquals(4L * times, Imported.only(view).unreadable());
            told = view.toString();
        }
        String kept = told + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String secret : List.of("ada.byron", "engines.example", "SECRET", "grandmother", "[31mred")) {
            assertFalse(kept.contains(secret), secret);
        }
        assertTrue(told.contains("claude-sonnet-4@20250514"), told);
    }

    @Test
    void namesOfModelsAndWorkspacesAreNotPrivate() {
        for (String name : List.of(
                "claude-sonnet-4-5@20250929",
                "vertex_ai/claude-3-5-sonnet-v2@20241022",
                "team@eu",
                "GPT-4.1 mini (2025-04-14)",
                "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
                "arn:aws:bedrock:us-east-1:123456789012:inference-profile/abc",
                "ft:gpt-4.1-mini-2025-04-14:acme::AbCd1234",
                "sk-8b",
                "Support bot for the shop")) {
            assertTrue(Privacy.isName(name), name);
        }
        for (String secret : List.of(
                ADDRESS,
                "<" + ADDRESS + ">",
                "me@sub.example.co.uk",
                KEY,
                "key sk-proj-abcdefghijklmnop",
                "AKIAIOSFODNN7EXAMPLE",
                "ghp_0123456789abcdefghij",
                "Bearer eyJhbGciOiJIUzI1NiJ9.e30",
                PROMPT,
                "a".repeat(201),
                "\u0000")) {
            assertFalse(Privacy.isName(secret), secret);
        }
    }
}
