package app.steelyard.ui.usage;

import app.steelyard.app.usage.ImportOutcome;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.log.LogSample;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What became of the files read last: as what they were recognised, what to know, and which rows do not count. */
final class OutcomeView extends VBox {
    private static final Texts TEXTS = Texts.of(OutcomeView.class);

    private static final int MOST_FINDINGS = 4;

    private final UsageWork work;

    OutcomeView(UsageModel model, UsageWork work) {
        super(10);
        this.work = work;
        setId("usage.outcome");
        getStyleClass().add("card");
        model.outcome().subscribe(outcome -> {
            Fx.show(this, outcome != null);
            getChildren().clear();
            if (outcome != null) {
                show(outcome);
            }
        });
    }

    private void show(ImportOutcome outcome) {
        Button away = Fx.id("usage.outcome.away", Fx.iconButton(Feather.X, TEXTS.get("outcome.away"), work::putAway));
        getChildren().addAll(Card.heading(TEXTS.get("outcome.title"), away), files(outcome));
        Map<Boolean, List<LogSample>> tables =
                outcome.tables().stream().collect(Collectors.partitioningBy(LogSample::isRead));
        getChildren().addAll(offers(tables.getOrDefault(false, List.of()), "point.offers", "usage.point.more"));
        getChildren().add(UsageParts.findings("usage.findings.more", outcome.findings(), MOST_FINDINGS));
        getChildren().addAll(offers(tables.getOrDefault(true, List.of()), "point.agains", "usage.pointAgain.more"));
        if (!outcome.rejected().isEmpty()) {
            getChildren().add(rejected(outcome));
        }
    }

    private static Node files(ImportOutcome outcome) {
        RowTable<FileReport> table = new RowTable<>("usage.files", TEXTS.get("outcome.title"));
        table.words("file", 180, FileReport::file);
        table.words("format", 260, FileReport::format);
        table.number("accepted", f -> UsageParts.count(f.accepted()));
        table.number("empty", f -> UsageParts.count(f.empty()));
        table.number("unreadable", f -> UsageParts.count(f.unreadable()));
        table.number("duplicates", f -> UsageParts.count(f.duplicates()));
        table.number("leftOut", f -> UsageParts.count(f.leftOut()));
        table.fill(outcome.files());
        return table;
    }

    /** One is offered as it is; several are one notice with their number, so that the figures stay in sight. */
    private List<Node> offers(List<LogSample> samples, String key, String id) {
        List<Node> lines = samples.stream().map(this::offer).toList();
        return lines.size() < 2
                ? lines
                : List.of(new VBox(4, Fx.paragraph(TEXTS.get(key, lines.size())), new Folded(id, 0, lines)));
    }

    /** A table that nobody knows may be a request log whose columns have unusual names. */
    private Node offer(LogSample sample) {
        boolean read = sample.isRead();
        Button point = Fx.button(TEXTS.get("point"), () -> work.point(sample), Styles.SMALL);
        Fx.style(point, Styles.ACCENT, !read);
        point.setId("usage.point");
        point.setMinWidth(USE_PREF_SIZE);
        point.setAccessibleText(TEXTS.get("point.name", sample.name()));
        String why =
                sample.lacks() ? TEXTS.get("point.lacks", sample.problem()) : TEXTS.get("point.offer", sample.name());
        Label text = Fx.id("usage.point.text", Fx.paragraph(read ? TEXTS.get("point.again", sample.name()) : why));
        return Fx.row(10, text, point);
    }

    private Node rejected(ImportOutcome outcome) {
        RowTable<Problem> table = new RowTable<>("usage.rejected", TEXTS.get("rejected.title"));
        table.words("file", 160, Problem::file);
        table.number("line", r -> UsageParts.count(r.line()));
        table.words("field", 140, Problem::pointer);
        table.words("reason", 420, Problem::reason);
        table.fill(outcome.rejected());
        Button copy = Fx.button(TEXTS.get("rejected.copy"), () -> copy(table.text()), Styles.SMALL);
        copy.setId("usage.rejected.copy");
        Button save = Fx.button(TEXTS.get("rejected.save"), work::saveRejected, Styles.SMALL);
        save.setId("usage.rejected.save");
        String title = outcome.unreadable() > outcome.rejected().size()
                ? TEXTS.get("rejected.first", outcome.rejected().size(), outcome.unreadable())
                : TEXTS.get("rejected.title");
        return new VBox(8, Card.heading(title, copy, save), table);
    }

    private static void copy(String text) {
        Fx.copy(text);
    }
}
