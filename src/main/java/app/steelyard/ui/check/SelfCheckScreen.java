package app.steelyard.ui.check;

import app.steelyard.app.check.Interval;
import app.steelyard.app.check.SelfCheck;
import app.steelyard.app.check.TriedFigure;
import app.steelyard.app.check.WorkedNumber;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Working;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The self-check, run when it is first looked at. */
public final class SelfCheckScreen extends ScrollPane implements Page {
    private static final Texts TEXTS = Texts.of(SelfCheckScreen.class);
    private static final int MOST_ROWS = 60;
    private static final double GAP = 14;

    private final VBox results = new VBox(GAP);
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private Background.@Nullable Job job;

    public SelfCheckScreen(Surroundings surroundings) {
        VBox content = new VBox(
                GAP,
                Fx.label(TEXTS.get("check.title"), Styles.TITLE_2),
                Fx.paragraph(TEXTS.get("check.intro"), Styles.TEXT_MUTED),
                results);
        content.getStyleClass().add("gallery");
        content.setMaxWidth(1240);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        setId("check");
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Answer answer() {
        return Answer.ON_PAGE;
    }

    @Override
    public void shown() {
        if (job == null) {
            results.getChildren().setAll(new Working(TEXTS.get("check.working")));
            job = Background.run(() -> SelfCheck.run(cancelled::get), this::show, this::failed);
        }
    }

    @Override
    public void close() {
        cancelled.set(true);
    }

    /** It is tried again when the screen is next looked at. */
    private void failed(Exception e) {
        job = null;
        results.getChildren().setAll(Fx.paragraph(String.valueOf(e.getMessage()), Styles.DANGER));
    }

    private void show(SelfCheck check) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(verdict(
                "check.worked.verdict",
                check.passed(),
                TEXTS.get(
                        "check.worked.sum", check.workedPassed(), check.worked().size())));
        nodes.add(verdict(
                "check.bank.verdict",
                check.inside() >= SelfCheck.ENOUGH_INSIDE * check.systems()
                        && check.medianWidth() <= SelfCheck.NARROW_ENOUGH,
                TEXTS.get(
                        "check.bank.sum",
                        check.inside(),
                        check.systems(),
                        check.figuresInside(),
                        check.figures().size(),
                        Interval.points(check.medianWidth()))));
        nodes.add(Fx.paragraph(
                TEXTS.get("check.bank.before", check.wereInside(), Interval.points(check.medianWidthBefore())),
                Styles.TEXT_MUTED));
        nodes.add(Fx.label(TEXTS.get("check.bank"), Styles.TITLE_4));
        nodes.add(bank(check.figures()));
        check.leftOut()
                .forEach(s -> nodes.add(Fx.paragraph(
                        TEXTS.get("check.leftOut", s.system(), String.valueOf(s.leftOut())), Styles.TEXT_MUTED)));
        nodes.add(Fx.label(TEXTS.get("check.worked"), Styles.TITLE_4));
        nodes.add(worked(check.worked()));
        results.getChildren().setAll(nodes);
    }

    private static HBox verdict(String id, boolean good, String words) {
        Label text = Fx.id(id, Fx.paragraph(words, Styles.TEXT_BOLD));
        HBox line = new HBox(
                10,
                good ? Chip.of(TEXTS.get("check.good"), "good-chip") : Chip.of(TEXTS.get("check.bad"), "danger-chip"),
                text);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node bank(List<TriedFigure> figures) {
        DenseTable<TriedFigure> table = Fx.id("check.figures", new DenseTable<TriedFigure>(MOST_ROWS));
        table.setAccessibleText(TEXTS.get("check.bank"));
        table.column(TEXTS.get("check.system"), 400, TriedFigure::label);
        whole(table.column(
                TEXTS.get("check.cache"), 130, f -> f.system().cacheClass().word()));
        whole(table.numbers(
                TEXTS.get("check.truth"), 90, f -> Numbers.percent(f.figure().truth())));
        whole(table.numbers(TEXTS.get("check.interval"), 130, f -> f.now().label()));
        whole(table.column(
                TEXTS.get("check.inside"), 64, f -> TEXTS.get(f.inside() ? "check.inside.yes" : "check.inside.no")));
        whole(table.numbers(TEXTS.get("check.before"), 135, f -> f.before().label()));
        table.column(TEXTS.get("check.source"), 220, f -> f.system().source());
        table.fill(figures);
        return table;
    }

    /** Half a number or a yes is none: where room is short, longer words are cut. */
    private static void whole(TableColumn<?, ?> column) {
        column.setMinWidth(column.getPrefWidth());
    }

    private static Node worked(List<WorkedNumber.Checked> numbers) {
        DenseTable<WorkedNumber.Checked> table = new DenseTable<>(MOST_ROWS);
        table.setId("check.numbers");
        table.setAccessibleText(TEXTS.get("check.worked"));
        table.column(TEXTS.get("check.what"), 520, n -> n.number().what());
        whole(table.numbers(
                TEXTS.get("check.expected"), 110, n -> Numbers.value(n.number().expected())));
        whole(table.numbers(TEXTS.get("check.got"), 110, n -> Numbers.value(n.got())));
        table.column(TEXTS.get("check.passed"), 80, n -> TEXTS.get(n.passed() ? "check.good" : "check.bad"));
        table.column(TEXTS.get("check.source"), 300, n -> n.number().source());
        table.fill(numbers);
        return table;
    }
}
