package app.steelyard.ui.prices;

import app.steelyard.app.prices.OnPlan;
import app.steelyard.app.prices.PriceLine;
import app.steelyard.app.prices.PriceSearch;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Money;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.DenseTable;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Background;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All models, narrowed as one types; beside the price of a million tokens what a month of the plan costs on it. */
final class PriceList extends VBox {
    private static final Texts TEXTS = Texts.of(PriceList.class);
    private static final int MOST_ROWS = 8;
    /** Of what is in sight and a little more a month is worked out. */
    private static final int MOST_WEIGHED = 40;

    private static final int MOST_COMPARED = 6;
    private static final String NONE = "–";

    private final PricesDesk desk;
    private final TextField search = Fx.id("prices.search", new TextField());
    private final Label count = Fx.label("", Styles.TEXT_MUTED);
    private final Table table = new Table();
    private final FlowPane nothing = Fx.id("prices.nothing", new FlowPane(8, 6));
    private final Button comparing;
    private final Runnable none;
    private final Map<PriceRef, String> months = new HashMap<>();
    private @Nullable PriceSearch known;
    private @Nullable Plan weighedFor;
    private Background.@Nullable Job job;

    /** Many rows in the same cells. */
    private final class Table extends DenseTable<PriceLine> {
        Table() {
            super(MOST_ROWS);
            setId("prices.table");
            setAccessibleText(TEXTS.get("prices.title"));
            TableColumn<PriceLine, String> model =
                    column(TEXTS.get("list.model"), 300, l -> l.ref().toString());
            model.setMinWidth(240);
            TableColumn<PriceLine, String> window = numbers(
                    TEXTS.get("list.window"),
                    90,
                    l -> l.contextWindow() == null ? NONE : Numbers.count(l.contextWindow()));
            numbers(TEXTS.get("list.input"), 80, PriceLine::input);
            TableColumn<PriceLine, String> cached = numbers(TEXTS.get("list.cached"), 80, PriceLine::cached);
            numbers(TEXTS.get("list.output"), 80, PriceLine::output);
            numbers(TEXTS.get("list.month"), 130, l -> months.getOrDefault(l.ref(), "…"));
            column(TEXTS.get("list.origin"), 110, PriceLine::origin).setMinWidth(90);
            TableColumn<PriceLine, String> age =
                    column(TEXTS.get("list.age"), 130, l -> l.isStale() ? TEXTS.get("list.stale", l.age()) : l.age());
            age.setMinWidth(105);
            giveWay(List.of(window, age, cached));
            getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        }
    }

    /**
     * @param look at one model
     * @param compare several
     * @param none none is found, so that nothing below the list is of it
     */
    PriceList(PricesDesk desk, Consumer<PriceLine> look, Consumer<List<PriceLine>> compare, Runnable none) {
        super(8);
        this.none = none;
        this.desk = desk;
        search.setPromptText(TEXTS.get("list.search"));
        search.setAccessibleText(TEXTS.get("list.search"));
        Fx.fill(search);
        search.textProperty().subscribe(text -> narrow());
        comparing = Fx.id("prices.compare", Fx.button(TEXTS.get("list.compare"), () -> compare.accept(selected())));
        comparing.setDisable(true);
        table.getSelectionModel().getSelectedItems().subscribe(() -> {
            List<PriceLine> lines = selected();
            comparing.setDisable(lines.size() < 2);
            if (lines.size() == 1) {
                look.accept(lines.getFirst());
            }
        });
        getChildren().addAll(Fx.row(10, search, count, comparing), table, nothing);
        Fx.show(nothing, false);
        desk.surroundings().workspace().planProperty().subscribe((was, is) -> {
            months.clear();
            if (getScene() != null) {
                refresh();
            }
        });
    }

    private List<PriceLine> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(l -> l != null)
                .limit(MOST_COMPARED)
                .toList();
    }

    /** A model as it stands now, with its prices of now. */
    PriceLine now(PriceLine line) {
        return PriceLine.of(line.ref(), desk.plan().inference(), desk.book());
    }

    void focusSearch() {
        search.requestFocus();
    }

    void planOpened() {
        months.clear();
        known = null;
    }

    /** Reads all prices again, beside the window. */
    void refresh() {
        Plan plan = desk.plan();
        PriceSearch before = known;
        if (before != null && before.book().equals(desk.book()) && plan.equals(weighedFor)) {
            return;
        }
        months.clear();
        weighedFor = plan;
        count.setText(TEXTS.get("list.reading"));
        table.setPlaceholder(Fx.label(TEXTS.get("list.reading"), Styles.TEXT_MUTED));
        Background.run(
                desk::search,
                found -> {
                    known = found;
                    narrow();
                },
                e -> count.setText(String.valueOf(e.getMessage())));
    }

    private void narrow() {
        PriceSearch all = known;
        if (all == null) {
            return;
        }
        List<PriceLine> found = all.find(search.getText());
        table.getSelectionModel().clearSelection();
        table.fill(found);
        table.scrollTo(0);
        count.setText(TEXTS.get("list.count", found.size(), all.lines().size()));
        Fx.show(nothing, found.isEmpty());
        Fx.show(table, !found.isEmpty());
        if (found.isEmpty()) {
            none.run();
            List<PriceRef> alike = all.alike(search.getText());
            String told = TEXTS.get("list.nothing", search.getText().strip());
            nothing.getChildren().setAll(Fx.paragraph(alike.isEmpty() ? told : told + " " + TEXTS.get("list.alike")));
            alike.forEach(r -> {
                Hyperlink link = new Hyperlink(r.toString());
                link.setOnAction(e -> search.setText(r.toString()));
                nothing.getChildren().add(link);
            });
        }
        weigh(found);
    }

    private void weigh(List<PriceLine> found) {
        if (job != null) {
            job.cancel();
        }
        List<PriceRef> missing = found.stream()
                .limit(MOST_WEIGHED)
                .map(PriceLine::ref)
                .filter(r -> !months.containsKey(r))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Plan plan = desk.plan();
        PriceBook book = desk.book();
        job = Background.run(
                () -> months(missing, plan, book),
                all -> {
                    months.putAll(all);
                    table.refresh();
                },
                e -> count.setText(String.valueOf(e.getMessage())));
    }

    /** Of the cheaper of the two designs. */
    private static Map<PriceRef, String> months(List<PriceRef> refs, Plan plan, PriceBook book) {
        Map<PriceRef, String> all = new LinkedHashMap<>();
        for (PriceRef ref : refs) {
            Optional<OnPlan> on = OnPlan.of(ref, plan, book);
            List<Money> both = new ArrayList<>();
            on.flatMap(OnPlan::today).ifPresent(both::add);
            on.flatMap(OnPlan::caching).ifPresent(both::add);
            String month = both.stream().sorted().findFirst().map(Money::full).orElse(TEXTS.get("list.unpriced"));
            all.put(
                    ref,
                    on.filter(o -> !o.fit() && !both.isEmpty()).isPresent() ? TEXTS.get("list.unfit", month) : month);
        }
        return all;
    }
}
