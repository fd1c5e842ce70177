package app.steelyard.cli.cost;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.tokens.Counting;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.PromptSection;
import java.util.List;

/** The tokens of prompt files, for a terminal. */
final class TokensText {
    private static final Texts TEXTS = Console.TEXTS;

    private TokensText() {}

    static String of(Counting counting, List<PromptCount> counts) {
        StringBuilder text = new StringBuilder();
        for (PromptCount count : counts) {
            TextTable table = new TextTable(2);
            table.row(count.file().name(), TEXTS.get("tokens.says"), TEXTS.get("tokens.tokens"));
            for (PromptCount.Part part : count.parts()) {
                table.row(part.section().name(), says(part.section()), Numbers.count((double) part.tokens()));
            }
            table.row(TEXTS.get("tokens.all"), "", Numbers.count((double) count.tokens()));
            text.append(table.text());
            if (count.seams() != 0) {
                text.append(TEXTS.get("tokens.seams", count.inOnePiece())).append('\n');
            }
            count.file()
                    .notes()
                    .forEach(n -> text.append(TEXTS.get("import.INFO", n)).append('\n'));
            text.append('\n');
        }
        if (counts.size() > 1) {
            long all = counts.stream().mapToLong(PromptCount::tokens).sum();
            text.append(TEXTS.get("tokens.files", counts.size(), all)).append('\n');
        }
        return text.append(counting.sentence()).append('\n').toString();
    }

    private static String says(PromptSection section) {
        String role = TEXTS.name(section.role());
        return section.cacheBreakpoint() ? TEXTS.get("tokens.breakpoint", role) : role;
    }
}
