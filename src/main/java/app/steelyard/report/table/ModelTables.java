package app.steelyard.report.table;

import app.steelyard.report.ModelLine;
import app.steelyard.report.ModelLine.Column;
import app.steelyard.report.ReportModel;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/** The plan on other models. */
public record ModelTables(ReportModel model) {
    private static final Texts TEXTS = Texts.of(ModelTables.class);
    /** More are told by the command. */
    private static final int MOST = 12;

    /** Those on which prompt caching costs least, and the plan's own; no rows where there is no other. */
    public ReportTable others() {
        ReportTable table = new ReportTable(TEXTS.get("models.caption")).words(Column.MODEL.title(), 0);
        List<Column> columns = List.of(
                Column.WINDOW,
                Column.PRICES,
                Column.OBSERVED,
                Column.TOKENS,
                Column.SUCCESS,
                Column.MONTH,
                Column.CACHING);
        columns.forEach(c -> table.numbers(c.title(), c == Column.PRICES ? 20 : 11));
        List<ModelLine> all = model.models();
        for (ModelLine line : all.size() > 1 ? ModelLine.first(all, MOST) : List.<ModelLine>of()) {
            table.row(Stream.concat(Stream.of(Column.MODEL), columns.stream())
                    .map(line::cell)
                    .toArray(String[]::new));
        }
        String note = ModelLine.note();
        return table.note(
                all.size() > MOST
                        ? TEXTS.get("models.more", Numbers.count(MOST), Numbers.count(all.size())) + " " + note
                        : note);
    }
}
