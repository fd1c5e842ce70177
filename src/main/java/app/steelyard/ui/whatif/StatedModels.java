package app.steelyard.ui.whatif;

import app.steelyard.app.plan.PriceChoices;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.ModelNumber.StatedModel;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.NumberEntry;
import app.steelyard.ui.edit.RangeMark;
import app.steelyard.ui.edit.SourceNote;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is known of single models, to be stated: a number or a range each, with its source. */
final class StatedModels extends VBox {
    private static final Texts TEXTS = Texts.of(StatedModels.class);

    private final Workspace workspace;
    private final VBox rows = new VBox(10);
    private final List<Runnable> refreshes = new ArrayList<>();
    private List<PriceRef> shown = List.of();

    StatedModels(Workspace workspace) {
        super(10);
        this.workspace = workspace;
        Picker<PriceRef> add = Picker.of("whatif.stated.add", TEXTS.get("stated.add"), this::others, this::add);
        add.set(new Picker.Option<>(null, TEXTS.get("stated.add"), "", List.of()));
        getChildren().addAll(rows, DoubtParts.form(add));
        new WhileShown(this, workspace, this::refresh, () -> {});
    }

    private PriceChoices choices(Plan plan) {
        return new PriceChoices(workspace.book(), plan.inference());
    }

    /** Models with a price of which nothing is stated yet. */
    private List<Picker.Option<PriceRef>> others() {
        Plan plan = workspace.plan();
        return choices(plan).models().stream()
                .filter(o -> o.price() != null && plan.stated(o.price()).isEmpty())
                .map(o -> new Picker.Option<>(o.price(), o.title(), o.detail(), o.marks()))
                .toList();
    }

    private void add(@Nullable PriceRef model) {
        if (model != null) {
            workspace.edit(
                    TEXTS.get("stated.add"),
                    null,
                    p -> p.withModels(Stream.concat(p.models().stream(), Stream.of(new StatedModel(model)))
                            .toList()));
        }
    }

    private void remove(PriceRef model) {
        workspace.edit(
                TEXTS.get("stated.remove", title(model)),
                null,
                p -> p.withModels(p.models().stream()
                        .filter(m -> !m.model().equals(model))
                        .toList()));
    }

    private String title(PriceRef model) {
        return choices(workspace.plan()).model(model).title();
    }

    /** Fields stay while the models do, so that what is being typed is not lost. */
    private void refresh() {
        List<PriceRef> models =
                workspace.plan().models().stream().map(StatedModel::model).toList();
        if (!models.equals(shown)) {
            shown = models;
            refreshes.clear();
            rows.getChildren().setAll(models.stream().map(this::model).toList());
        }
        refreshes.forEach(Runnable::run);
    }

    private Node model(PriceRef model) {
        Label name = Fx.label(title(model), Styles.TEXT_BOLD);
        HBox head = Fx.row(
                10,
                name,
                DoubtParts.button("whatif.stated.remove." + model, TEXTS.get("stated.forget"), () -> remove(model)));
        FlowPane fields = DoubtParts.form(Stream.of(ModelNumber.Kind.values())
                .map(k -> field(new ModelNumber(model, k)))
                .toArray(Node[]::new));
        fields.setHgap(18);
        return new VBox(6, head, fields);
    }

    private Node field(ModelNumber number) {
        String name = TEXTS.get("stated." + number.kind());
        NumberEntry entry = NumberEntry.of(workspace, number, NumberLabels.of(workspace.plan(), number));
        entry.field().setPromptText(TEXTS.get("stated.unstated"));
        RangeMark range = new RangeMark(workspace, number, entry.field());
        SourceNote source = new SourceNote(workspace, number.path(), name);
        refreshes.add(() -> {
            entry.refresh();
            range.refresh();
            source.refresh();
        });
        return new VBox(Fx.row(4, DoubtParts.named(name, entry.field()), range, source), entry.message());
    }
}
