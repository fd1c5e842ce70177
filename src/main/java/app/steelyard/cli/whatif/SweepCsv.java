package app.steelyard.cli.whatif;

import app.steelyard.cost.result.Architecture;
import app.steelyard.text.Names;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.search.Sweep;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A sweep for a spreadsheet: a row a value, or a row a cell of the map; what is not known is empty. */
final class SweepCsv {
    private static final MathContext PRECISION = new MathContext(12);

    private SweepCsv() {}

    static String line(Sweep sweep) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(sweep.number().path()));
        sweep.architectures().forEach(a -> head.add(sweep.figure().key() + "(" + word(a) + ")"));
        head.add("cheapest");
        rows.add(head);
        for (Sweep.Point point : sweep.points()) {
            List<String> row = new ArrayList<>(List.of(plain(point.value())));
            point.values().forEach(v -> row.add(plain(v)));
            row.add(point.cheapest().map(SweepCsv::word).orElse(""));
            rows.add(row);
        }
        return text(rows);
    }

    static String map(DecisionMap map) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(
                List.of(map.x().number().path(), map.y().number().path(), "cheapest", "saving"));
        map.architectures().forEach(a -> head.add("tco(" + word(a) + ")"));
        rows.add(head);
        for (int iy = 0; iy < map.y().cells(); iy++) {
            for (int ix = 0; ix < map.x().cells(); ix++) {
                int winner = map.winner(ix, iy);
                List<String> row = new ArrayList<>(List.of(
                        plain(map.x().centre(ix)),
                        plain(map.y().centre(iy)),
                        winner < 0 ? "" : word(map.architectures().get(winner)),
                        plain(map.saving(ix, iy))));
                for (int a = 0; a < map.architectures().size(); a++) {
                    row.add(plain(map.total(a, ix, iy)));
                }
                rows.add(row);
            }
        }
        return text(rows);
    }

    private static String word(Architecture architecture) {
        return Names.word(architecture.design());
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value, PRECISION).stripTrailingZeros().toPlainString()
                : "";
    }

    private static String text(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
