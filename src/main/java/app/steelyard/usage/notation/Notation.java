package app.steelyard.usage.notation;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file's numbers and days are written.
 *
 * @param numbers the sign before decimals
 * @param numberColumns whose numbers are written otherwise than programs do
 * @param days what stands first in dates
 * @param dayColumns whose days are written otherwise than programs do
 * @param undecided why the file cannot be read, and what to do, as a sentence without its name
 */
public record Notation(
        DecimalSign numbers,
        Set<String> numberColumns,
        DayOrder days,
        Set<String> dayColumns,
        Optional<String> undecided) {
    private static final Texts TEXTS = Texts.of(Notation.class);

    public Notation {
        numberColumns = Set.copyOf(numberColumns);
        dayColumns = Set.copyOf(dayColumns);
    }

    /** Whether everything stands there as programs write it. */
    public boolean isPlain() {
        return numberColumns.isEmpty() && dayColumns.isEmpty();
    }

    /** What was found, in sentences without the file's name. */
    public List<String> said() {
        List<String> said = new ArrayList<>();
        if (!numberColumns.isEmpty()) {
            said.add(TEXTS.get("notation.numbers." + numbers));
        }
        if (!dayColumns.isEmpty()) {
            said.add(TEXTS.get("notation.days." + days));
        }
        return said;
    }

    /** The cell as programs write it; one that can only be meant in another notation stays as it is, lest it be read a thousandfold. */
    public String plain(String column, String cell) {
        String text = cell.strip();
        if (numberColumns.contains(column) && NumberShape.of(text).mayHave(numbers)) {
            return NumberShape.plain(text, numbers);
        }
        return dayColumns.contains(column)
                ? DayShape.of(text)
                        .filter(d -> d.mayHave(days))
                        .map(d -> d.iso(days))
                        .orElse(cell)
                : cell;
    }

    /** Tells {@code rows} of each row with its cells as programs write them. */
    public Records<TableRow> rewriting(Records<TableRow> rows) {
        return isPlain() ? rows : Records.made(rows, this::plain);
    }

    private TableRow plain(TableRow row) {
        List<@Nullable String> cells = new ArrayList<>(row.cells());
        row.columns().forEach((column, place) -> {
            String cell = cells.get(place);
            if (cell != null) {
                cells.set(place, plain(column, cell));
            }
        });
        return new TableRow(row.columns(), cells);
    }
}
