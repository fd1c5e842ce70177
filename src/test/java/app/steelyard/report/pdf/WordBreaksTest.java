package app.steelyard.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordBreaksTest {
    private static List<String> pieces(String text) {
        WordBreaks breaks = new WordBreaks(Locale.ENGLISH);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to > from) {
                pieces.add(text.substring(from, to));
            }
            from = to;
        }
        return pieces;
    }

    @Test
    void aWordIsNotPartedBehindItsApostrophe() {
        assertEquals(
                List.of("in ", "today’s ", "design, ", "vendors’ ", "prices"),
                pieces("in today’s design, vendors’ prices"));
        assertEquals(List.of("vendors’"), pieces("vendors’"));
    }

    @Test
    void everyOtherLineEndsWhereItMay() {
        assertEquals(
                List.of("one-", "way ", "“Docs: ", "tokens” ", "5\u00a0%"), pieces("one-way “Docs: tokens” 5\u00a0%"));
        assertEquals(List.of(), pieces(""));
    }
}
