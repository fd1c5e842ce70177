package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.ItemTable;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.ui.edit.NumberEntry;
import app.steelyard.ui.edit.RangeMark;
import app.steelyard.ui.edit.Shortened;
import app.steelyard.ui.edit.SourceNote;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Choice;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.steady.Remembering;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The context items, each edited in place. */
final class ItemsEditor extends VBox {
    /** Characters of a range that leave room for the name beside it. */
    private static final int SHORT_RANGE = 14;

    private static final Texts TEXTS = Texts.of(ItemsEditor.class);
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private final Workspace workspace;
    private final VBox rows = Fx.styled(new VBox(), "items");
    private final Label empty = Fx.paragraph(TEXTS.get("items.empty"), Styles.TEXT_MUTED);
    private final Label unread = Fx.id("items.unread", Fx.paragraph("", "refusal"));
    private List<String> shownIds = List.of();
    /** As they were when it was told what could not be read. */
    private List<ContextItem> toldOf = List.of();

    ItemsEditor(Workspace workspace) {
        this.workspace = workspace;
        setSpacing(6);
        Button add = Fx.id("items.add", new Button(TEXTS.get("items.add"), new FontIcon(Feather.PLUS)), Styles.SMALL);
        add.setOnAction(e -> add());
        Button paste = Fx.id(
                "items.paste", new Button(TEXTS.get("items.paste"), new FontIcon(Feather.CLIPBOARD)), Styles.SMALL);
        paste.setTooltip(Fx.tooltip(TEXTS.get("items.paste.help")));
        paste.setOnAction(e -> paste());
        // A field that is typed in takes the key itself.
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (PASTE.match(e)) {
                e.consume();
                paste();
            }
        });
        Fx.show(unread, false);
        getChildren().addAll(empty, rows, new HBox(6, add, paste), unread);
        refresh();
    }

    /** Shows what the plan says now; an item keeps its row. */
    void refresh() {
        List<ContextItem> items = workspace.plan().items();
        List<String> ids = items.stream().map(ContextItem::id).toList();
        if (!ids.equals(shownIds)) {
            shownIds = ids;
            Map<String, Row> kept = new HashMap<>();
            rows.getChildren().forEach(r -> kept.put(((Row) r).id, (Row) r));
            rows.getChildren()
                    .setAll(ids.stream()
                            .map(id -> kept.containsKey(id) ? kept.get(id) : new Row(id))
                            .toList());
        }
        if (!items.equals(toldOf)) {
            Fx.show(unread, false);
        }
        Fx.show(empty, items.isEmpty());
        Fx.show(rows, !items.isEmpty());
        rows.getChildren().forEach(r -> ((Row) r).refresh());
    }

    private void add() {
        String id = newId("item");
        ContextItem item = new ContextItem(
                id, TEXTS.get("items.new"), 1000, Kind.INFORMATION, Scope.SHARED, 0, Placement.CACHED_PREFIX);
        workspace.edit(
                TEXTS.get("items.added"),
                null,
                p -> p.withItems(with(p.items(), p.items().size(), item)));
        focus(id);
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        paste(text == null ? "" : text);
    }

    /** Adds the items of a table in one step, and tells what it could not read. */
    void paste(String text) {
        ItemTable table = ItemTable.of(text, NumberReader.chosen());
        List<String> told = new ArrayList<>(table.unread());
        if (!table.rows().isEmpty()) {
            workspace
                    .edit(TEXTS.get("items.pasted", table.rows().size()), null, table::into)
                    .forEach(p -> told.add(p.reason()));
        } else if (told.isEmpty()) {
            told.add(TEXTS.get("items.paste.nothing"));
        }
        toldOf = workspace.plan().items();
        unread.setText(String.join("\n", Several.named(told)));
        Fx.show(unread, !told.isEmpty());
    }

    private void duplicate(ContextItem item) {
        ContextItem copy = new ContextItem(
                newId(item.id()),
                TEXTS.get("items.copy", item.name()),
                item.tokens(),
                item.kind(),
                item.scope(),
                item.changesPerMonth(),
                item.placement());
        workspace.edit(
                TEXTS.get("items.duplicated", item.name()),
                null,
                p -> p.withItems(with(p.items(), p.items().indexOf(item) + 1, copy)));
        focus(copy.id());
    }

    private void remove(ContextItem item) {
        workspace.edit(TEXTS.get("items.removed", item.name()), null, p -> p.withoutItem(item.id()));
    }

    /** By one place in the list, which is the order of today's prompt. */
    private void move(ContextItem item, boolean up) {
        int from = workspace.plan().items().indexOf(item);
        ItemOrder.move(workspace, item, up ? from - 1 : from + 1);
        rows.getChildren().stream()
                .map(Row.class::cast)
                .filter(r -> r.id.equals(item.id()))
                .forEach(r -> r.focusMover(up));
    }

    private static List<ContextItem> with(List<ContextItem> items, int index, ContextItem item) {
        List<ContextItem> longer = new ArrayList<>(items);
        longer.add(index, item);
        return longer;
    }

    private String newId(String stem) {
        List<String> ids =
                workspace.plan().items().stream().map(ContextItem::id).toList();
        String base = stem.replaceAll("-\\d+$", "");
        int number = 2;
        String id = base;
        while (ids.contains(id)) {
            id = base + "-" + number++;
        }
        return id;
    }

    private void focus(String id) {
        rows.getChildren().stream()
                .map(Row.class::cast)
                .filter(r -> r.id.equals(id))
                .forEach(r -> {
                    r.name.field().requestFocus();
                    r.name.field().selectAll();
                });
    }

    /** One item on two lines. */
    private final class Row extends Remembering {
        private final String id;
        private final TextEntry name;
        private final NumberEntry tokens;
        private final NumberEntry changes;
        private final RangeMark tokensRange;
        private final RangeMark changesRange;
        private final SourceNote source;
        private final Choice<Kind> kind;
        private final Choice<Scope> scope;
        private final Choice<Placement> placement;
        private final Button up;
        private final Button down;
        private final CheckBox whole = new CheckBox(TEXTS.get("items.neededWhole"));
        private final HBox second = new HBox(2);
        private final HBox third = new HBox(2);
        private final HBox actions = new HBox(2);
        private final Label refusal = Fx.paragraph("", "refusal");
        private final GrowthRows growth;
        private final Label tokenUnit;
        private final Label changesUnit =
                Fx.label(TEXTS.get("items.changes.unit"), Styles.TEXT_SMALL, Styles.TEXT_MUTED);

        Row(String id) {
            super(0);
            this.id = id;
            setId("items." + id);
            getStyleClass().addAll("item-row", "movable");
            name = new TextEntry(
                    workspace,
                    "items." + id + ".name",
                    TEXTS.get("items.name"),
                    p -> p.item(id).map(ContextItem::name).orElse(""),
                    (p, value) -> p.withItem(id, i -> i.withName(value)));
            tokens = number("tokens", Unit.TOKENS, ContextItem::tokens, ContextItem::withTokens);
            changes = number(
                    "changesPerMonth", Unit.COUNT, ContextItem::changesPerMonth, ContextItem::withChangesPerMonth);
            tokensRange = new RangeMark(workspace, new ItemNumber(id, ItemNumber.Kind.TOKENS), tokens.field());
            changesRange = new RangeMark(workspace, new ItemNumber(id, ItemNumber.Kind.CHANGES), changes.field());
            source = new SourceNote(workspace, "items." + id + ".tokens", TEXTS.get("items.tokens"));
            kind = choice("kind", Kind.values(), ContextItem::withKind);
            scope = choice("scope", Scope.values(), ContextItem::withScope);
            placement = choice("placement", Placement.values(), ContextItem::withPlacement);
            whole.setId("items." + id + ".neededWhole");
            whole.getStyleClass().add(Styles.TEXT_SMALL);
            whole.setTooltip(Fx.tooltip(TEXTS.get("items.neededWhole.help")));
            whole.setOnAction(e -> edit("neededWhole", i -> needed(i, whole.isSelected())));
            refusal.setId("items." + id + ".refusal");
            name.field().getStyleClass().add("item-name");
            Shortened shown = new Shortened(name.field());
            HBox.setHgrow(shown, Priority.ALWAYS);
            tokenUnit = Fx.label(TEXTS.get("items.tokens.unit"), Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            tokenUnit.setMinWidth(USE_PREF_SIZE);
            HBox first = Fx.row(4, shown, tokens.field(), tokenUnit, tokensRange, source);
            changes.field().getStyleClass().add("short");
            changesUnit.setMinWidth(USE_PREF_SIZE);
            up = Fx.iconButton(Feather.ARROW_UP, TEXTS.get("items.up"), () -> move(item(), true));
            down = Fx.iconButton(Feather.ARROW_DOWN, TEXTS.get("items.down"), () -> move(item(), false));
            growth = new GrowthRows(workspace, id);
            Button copy = Fx.iconButton(Feather.COPY, TEXTS.get("items.duplicate"), () -> duplicate(item()));
            Button remove = Fx.iconButton(Feather.TRASH_2, TEXTS.get("items.remove"), () -> remove(item()));
            Stream.of(up, down, copy, remove).forEach(b -> b.getStyleClass().addAll(Styles.SMALL, "quiet"));
            up.setId("items." + id + ".up");
            down.setId("items." + id + ".down");
            copy.setId("items." + id + ".duplicate");
            remove.setId("items." + id + ".remove");
            actions.getChildren().addAll(copy, remove);
            second.getChildren()
                    .addAll(placement, kind, scope, changes.field(), changesUnit, changesRange, Fx.spacer(), actions);
            third.getChildren().addAll(whole, Fx.spacer());
            third.setAlignment(Pos.CENTER_LEFT);
            second.setAlignment(Pos.CENTER_LEFT);
            VBox body = new VBox(
                    2, first, name.message(), tokens.message(), second, changes.message(), third, refusal, growth);
            HBox.setHgrow(body, Priority.ALWAYS);
            VBox movers = Fx.styled(new VBox(up, down), "movers");
            getChildren().add(new HBox(movers, body));
        }

        private NumberEntry number(
                String field,
                Unit unit,
                ToDoubleFunction<ContextItem> getter,
                BiFunction<ContextItem, Double, ContextItem> setter) {
            return new NumberEntry(
                    workspace,
                    new NumberEntry.Subject(
                            "items." + id + "." + field,
                            TEXTS.get("items." + field),
                            unit,
                            false,
                            false,
                            p -> p.item(id).map(i -> getter.applyAsDouble(i)).orElse(0.0),
                            (p, value) -> p.withItem(id, i -> setter.apply(i, value))));
        }

        private <E extends Enum<E>> Choice<E> choice(
                String field, E[] values, BiFunction<ContextItem, E, ContextItem> setter) {
            Choice<E> choice = new Choice<>(
                    TEXTS.get("items." + field),
                    Arrays.asList(values),
                    value -> edit(field, i -> setter.apply(i, value)));
            choice.setId("items." + id + "." + field);
            choice.getStyleClass().add(field + "-choice");
            choice.setTooltip(Fx.tooltip(TEXTS.get("items." + field + ".help")));
            return choice;
        }

        /** What cannot be is said here, and what was chosen before stays. */
        private void edit(String field, UnaryOperator<ContextItem> change) {
            List<Problem> problems = workspace.edit(TEXTS.get("items." + field), null, p -> p.withItem(id, change));
            refresh();
            refusal.setText(problems.stream().map(Problem::reason).findFirst().orElse(""));
            Fx.show(refusal, !problems.isEmpty());
        }

        /** Nothing is stated that holds of such an item anyway. */
        private static ContextItem needed(ContextItem item, boolean whole) {
            ContextItem open = item.withNeededWhole(null);
            return open.whole() == whole ? open : item.withNeededWhole(whole);
        }

        private boolean ranged(String field) {
            return workspace.plan().whatIf().range("items." + id + "." + field).isPresent();
        }

        private ContextItem item() {
            return workspace.plan().item(id).orElseThrow();
        }

        /** Where the item is moved on by the same key; at an end, back. */
        private void focusMover(boolean wasUp) {
            Button first = wasUp ? up : down;
            (first.isDisabled() ? wasUp ? down : up : first).requestFocus();
        }

        void refresh() {
            ContextItem item = item();
            up.setDisable(shownIds.indexOf(id) == 0);
            down.setDisable(shownIds.indexOf(id) == shownIds.size() - 1);
            growth.refresh(item.scope() == Scope.SESSION);
            name.refresh();
            tokens.refresh();
            changes.refresh();
            tokensRange.refresh();
            changesRange.refresh();
            source.refresh();
            kind.set(item.kind());
            scope.set(item.scope());
            placement.set(item.placement());
            whole.setSelected(item.whole());
            Fx.show(whole, item.kind() == Kind.INFORMATION && item.scope() != Scope.REQUEST);
            Fx.show(refusal, false);
            Fx.style(kind, "behaviour", item.kind() == Kind.BEHAVIOUR);
            boolean request = item.scope() == Scope.REQUEST;
            Fx.show(changes.field(), !request);
            // A range is longer than a number, and its unit can be told from the place.
            Fx.show(changesUnit, !request && !ranged("changesPerMonth"));
            Fx.show(tokenUnit, !ranged("tokens"));
            Fx.style(tokens.field(), "long", tokens.field().getText().length() > SHORT_RANGE);
            Fx.show(changesRange, !request);
            // Beside a range of changes there is no room for them.
            boolean crowded = !request && ranged("changesPerMonth");
            HBox place = crowded ? third : second;
            if (!place.getChildren().contains(actions)) {
                (crowded ? second : third).getChildren().remove(actions);
                place.getChildren().add(actions);
            }
            Fx.show(third, crowded || whole.isVisible());
        }
    }
}
