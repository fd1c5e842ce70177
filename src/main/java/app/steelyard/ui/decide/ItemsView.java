package app.steelyard.ui.decide;

import app.steelyard.app.Dialogs;
import app.steelyard.app.decide.CountedItems;
import app.steelyard.app.decide.NewItem;
import app.steelyard.app.decide.WizardPage;
import app.steelyard.app.plan.ItemTable;
import app.steelyard.decision.advice.Interview;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.tokens.PromptCount;
import app.steelyard.ui.edit.NumberEntry;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the model is given: the items of the plan, and how to add some. */
final class ItemsView extends View {
    private static final Texts TEXTS = Texts.of(ItemsView.class);
    private static final double ANSWERED = 124;

    private final Workspace workspace;
    private final Session session;
    private final PromptItems prompts;
    private final VBox rows = Fx.styled(new VBox(), "items");
    private final Label empty = Fx.paragraph(TEXTS.get("items.empty"), Styles.TEXT_MUTED);
    private final TextField name = Fx.id("decide.add.name", new TextField(), Styles.SMALL);
    private final TextField tokens = Fx.id("decide.add.tokens", new TextField(), "number");
    private final TextArea list = Fx.area("decide.list", TEXTS.get("items.list"), 4);
    private final Button prompt = new Button(TEXTS.get("prompt.add"), new FontIcon(Feather.FILE_TEXT));
    private final Label told = Fx.id("decide.prompt.told", Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED));
    private final Label refusal = Fx.id("decide.items.refusal", Fx.paragraph("", "refusal"));
    private List<String> shown = List.of();

    ItemsView(Workspace workspace, Session session, Dialogs dialogs) {
        super(workspace);
        this.workspace = workspace;
        this.session = session;
        prompts = new PromptItems(dialogs);
        name.setPromptText(TEXTS.get("items.name"));
        name.setAccessibleText(TEXTS.get("items.add.name"));
        name.setOnAction(e -> entered());
        HBox.setHgrow(name, Priority.ALWAYS);
        tokens.setPromptText(TEXTS.get("items.tokens"));
        tokens.setAccessibleText(TEXTS.get("items.add.tokens"));
        tokens.setOnAction(e -> entered());
        Button add = Fx.id("decide.add", new Button(TEXTS.get("items.add"), new FontIcon(Feather.PLUS)), Styles.SMALL);
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(e -> add());
        HBox line = Fx.row(8, name, tokens, add);
        list.setPromptText(TEXTS.get("items.list.prompt"));
        Button paste = Fx.id("decide.list.add", Fx.button(TEXTS.get("items.list.add"), this::addList));
        prompt.setId("decide.prompt");
        prompt.setMinWidth(USE_PREF_SIZE);
        prompt.setOnAction(e -> addPrompt());
        Fx.show(told, false);
        Fx.show(refusal, false);
        Label addName = Fx.naming(name, Fx.label(TEXTS.get("items.add.title"), "decide-name"));
        Label listName = Fx.naming(list, Fx.paragraph(TEXTS.get("items.list"), "decide-name"));
        getChildren()
                .addAll(
                        Fx.paragraph(TEXTS.get("items.title"), Styles.TITLE_3),
                        Fx.paragraph(TEXTS.get("items.intro"), Styles.TEXT_MUTED),
                        empty,
                        rows,
                        new VBox(6, addName, line),
                        refusal,
                        prompt,
                        told,
                        new VBox(6, listName, list, paste));
        refresh();
    }

    @Override
    void refresh() {
        List<ContextItem> items = workspace.plan().items();
        List<String> ids = items.stream().map(ContextItem::id).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            rows.getChildren().setAll(ids.stream().map(Row::new).toList());
        }
        super.refresh();
        rows.getChildren().forEach(r -> ((Row) r).refresh());
        Fx.show(empty, items.isEmpty());
        Fx.show(rows, !items.isEmpty());
    }

    @Override
    void begin() {
        name.requestFocus();
    }

    /** Enter goes on where nothing was typed and there is something to go on with. */
    private void entered() {
        boolean nothing = (name.getText() + tokens.getText()).isBlank();
        if (nothing && !workspace.plan().items().isEmpty()) {
            session.next();
        } else {
            add();
        }
    }

    private void add() {
        String typed = name.getText().strip();
        NumberReader.Reading size = NumberReader.chosen().read(tokens.getText(), Unit.TOKENS);
        if (typed.isEmpty()) {
            refuse(TEXTS.get("items.refused.name"));
            name.requestFocus();
        } else if (size instanceof NumberReader.Problem problem) {
            refuse(tokens.getText().isBlank() ? TEXTS.get("items.refused.tokens") : problem.sentence());
            tokens.requestFocus();
        } else if (added(TEXTS.get("items.added", typed), List.of(NewItem.typed(typed, size.orThrow())))) {
            name.clear();
            tokens.clear();
            name.requestFocus();
        }
    }

    /** What cannot be read stays in the list, and is told line by line. */
    private void addList() {
        String text = list.getText() == null ? "" : list.getText();
        ItemTable table = ItemTable.of(text, NumberReader.chosen());
        if (table.rows().isEmpty()) {
            refuse(table.problems().isEmpty() ? TEXTS.get("items.refused.list") : unread(table));
            return;
        }
        List<Problem> problems = workspace.edit(
                TEXTS.get("items.added.list", table.rows().size()), null, p -> table.into(p, session::remembers));
        if (problems.isEmpty()) {
            String rest = table.rest(text);
            list.setText(rest);
            refuse(unread(ItemTable.of(rest, NumberReader.chosen())));
        } else {
            refuse(problems.getFirst().reason());
        }
    }

    private static String unread(ItemTable table) {
        return String.join("\n", Several.named(table.unread()));
    }

    private void addPrompt() {
        Fx.show(refusal, false);
        prompts.choose(
                workspace.plan().inference().model(),
                file -> reading(TEXTS.get("prompt.reading", file), true),
                this::addPrompt,
                why -> {
                    reading("", false);
                    refuse(why);
                });
    }

    private void addPrompt(PromptCount count) {
        boolean done = added(TEXTS.get("prompt.added", count.file().name()), CountedItems.of(count));
        reading(done ? CountedItems.told(count) : "", false);
    }

    private void reading(String text, boolean going) {
        told.setText(text);
        Fx.show(told, !text.isEmpty());
        prompt.setDisable(going);
    }

    @Override
    void left() {
        prompts.cancel();
        super.left();
    }

    private boolean added(String edit, List<NewItem> more) {
        List<ContextItem> items = new ArrayList<>(workspace.plan().items());
        Map<String, String> sources = new HashMap<>(workspace.plan().sources());
        Answers answers = workspace.answers();
        Set<String> taken = items.stream().map(ContextItem::id).collect(Collectors.toSet());
        for (NewItem item : more) {
            String id = newId(item.name(), taken);
            taken.add(id);
            items.add(new ContextItem(
                    id, item.name(), item.tokens(), Kind.INFORMATION, item.scope(), 0, Placement.CACHED_PREFIX));
            // An item that was removed may have left its source behind.
            sources.remove(source(id));
            if (!item.source().isEmpty()) {
                sources.put(source(id), item.source());
            }
            if (!item.nature().isEmpty()) {
                answers = answers.with(id, "nature", Answer.of(item.nature()));
            }
        }
        List<Problem> problems = session.edit(edit, p -> p.withItems(items).withSources(sources), answers);
        problems.stream().findFirst().ifPresent(p -> refuse(p.reason()));
        if (problems.isEmpty()) {
            Fx.show(refusal, false);
        }
        return problems.isEmpty();
    }

    /** The path of what is said of an item's tokens. */
    private static String source(String id) {
        return "items." + id + ".tokens";
    }

    private String newId(String name, Set<String> taken) {
        return ContextItem.freeId(name, id -> taken.contains(id) || session.remembers(id));
    }

    private void refuse(String why) {
        refusal.setText(why);
        Fx.show(refusal, !why.isEmpty());
    }

    private void remove(ContextItem item) {
        workspace.edit(TEXTS.get("items.removed", item.name()), null, p -> p.withoutItem(item.id()));
        name.requestFocus();
    }

    /** The field of an item's tokens. */
    static NumberEntry number(Workspace workspace, String id, boolean changes) {
        String field = changes ? "changesPerMonth" : "tokens";
        return new NumberEntry(
                workspace,
                new NumberEntry.Subject(
                        "items." + id + "." + field,
                        TEXTS.get("items." + field),
                        changes ? Unit.COUNT : Unit.TOKENS,
                        false,
                        false,
                        p -> p.item(id)
                                .map(i -> changes ? i.changesPerMonth() : i.tokens())
                                .orElse(0.0),
                        (p, value) ->
                                p.withItem(id, i -> changes ? i.withChangesPerMonth(value) : i.withTokens(value))));
    }

    /** One item: its name, its size, and how far it was asked about. */
    private final class Row extends HBox {
        private final String id;
        private final Button answered = new Button();
        private final Label counted = Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        private final Button remove;

        Row(String id) {
            this.id = id;
            setSpacing(8);
            setAlignment(Pos.CENTER_LEFT);
            getStyleClass().add("item-row");
            TextEntry title = keep(new TextEntry(
                    workspace,
                    "items." + id + ".name",
                    TEXTS.get("items.name"),
                    p -> p.item(id).map(ContextItem::name).orElse(""),
                    (p, value) -> p.withItem(id, i -> i.withName(value))));
            title.field().getStyleClass().add("item-name");
            HBox.setHgrow(title.field(), Priority.ALWAYS);
            NumberEntry size = keep(number(workspace, id, false));
            answered.setId("decide.ask." + id);
            answered.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
            answered.setMinWidth(ANSWERED);
            answered.setOnAction(e -> session.go(new WizardPage(WizardPage.Stage.QUESTIONS, id)));
            remove = Fx.iconButton(
                    Feather.TRASH_2,
                    TEXTS.get("items.remove"),
                    () -> workspace.plan().item(id).ifPresent(ItemsView.this::remove));
            remove.getStyleClass().addAll(Styles.SMALL, "quiet");
            remove.setId("decide.remove." + id);
            VBox fields = new VBox(
                    new HBox(
                            6,
                            title.field(),
                            size.field(),
                            Fx.label(TEXTS.get("items.tokens.unit"), Styles.TEXT_SMALL, Styles.TEXT_MUTED)),
                    title.message(),
                    size.message(),
                    counted);
            counted.setId("decide.counted." + id);
            // In line with the name, which stands in a field.
            counted.setPadding(new Insets(0, 0, 0, 5));
            ((HBox) fields.getChildren().get(0)).setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(fields, Priority.ALWAYS);
            getChildren().addAll(fields, answered, remove);
        }

        void refresh() {
            List<Interview.Step> steps = session.steps(id);
            long done = steps.stream().filter(Interview.Step::done).count();
            answered.setText(TEXTS.get("items.answered", done, steps.size()));
            String name = workspace.plan().item(id).map(ContextItem::name).orElse(id);
            answered.setAccessibleText(TEXTS.get("items.ask", name, done, steps.size()));
            remove.setAccessibleText(TEXTS.get("items.removed", name));
            String source = workspace.plan().sources().getOrDefault(source(id), "");
            counted.setText(source);
            Fx.show(counted, !source.isEmpty());
        }
    }
}
