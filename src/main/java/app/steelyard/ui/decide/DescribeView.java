package app.steelyard.ui.decide;

import app.steelyard.app.plan.PriceChoices;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.ProseEntry;
import app.steelyard.ui.edit.TextEntry;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the system is. */
final class DescribeView extends View {
    private static final Texts TEXTS = Texts.of(DescribeView.class);

    private final Workspace workspace;
    private final Session session;
    private final TextEntry name;
    private final Picker<PriceRef> model;
    private final Label offer = Fx.paragraph("");
    private final Button use = new Button(TEXTS.get("sample.use"));

    DescribeView(Workspace workspace, Session session) {
        super(workspace);
        this.workspace = workspace;
        this.session = session;
        name = keep(new TextEntry(
                workspace,
                "decide.name",
                TEXTS.get("describe.name"),
                Plan::name,
                (p, value) -> value.isEmpty() ? p : p.withName(value)));
        ProseEntry purpose = keep(new ProseEntry(
                workspace, "decide.purpose", TEXTS.get("describe.purpose"), Plan::purpose, Plan::withPurpose));
        model = new Picker<>("decide.model", TEXTS.get("describe.model"), this::models, this::choose);
        getChildren()
                .addAll(
                        Fx.paragraph(TEXTS.get("describe.title"), Styles.TITLE_3),
                        Fx.paragraph(TEXTS.get("describe.intro"), Styles.TEXT_MUTED),
                        new VBox(4, named("describe.name", name.field()), name.field(), name.message()),
                        new VBox(4, named("describe.purpose", purpose.field()), purpose.field(), purpose.message()),
                        new VBox(4, named("describe.model", model), model));
        session.sample().ifPresent(id -> {
            use.setId("decide.sample");
            use.setOnAction(e -> useSample());
            offer.setId("decide.sample.offer");
            VBox card = Fx.styled(new VBox(8, offer, use), "card");
            getChildren().add(card);
        });
        refresh();
    }

    /** The button goes, so the focus goes where Enter goes on and no other key does harm. */
    private void useSample() {
        if (use.isFocused()) {
            model.requestFocus();
        }
        session.useSample();
    }

    private static Label named(String key, Node control) {
        return Fx.naming(control, Fx.label(TEXTS.get(key), "decide-name"));
    }

    private List<Picker.Option<PriceRef>> models() {
        return choices().models().stream().map(DescribeView::option).toList();
    }

    private PriceChoices choices() {
        return new PriceChoices(workspace.book(), workspace.plan().inference());
    }

    private static Picker.Option<PriceRef> option(PriceChoices.Offer offer) {
        return new Picker.Option<>(offer.price(), offer.title(), offer.detail(), offer.marks());
    }

    private void choose(@Nullable PriceRef ref) {
        if (ref != null) {
            workspace.edit(TEXTS.get("describe.model"), null, p -> {
                return p.withInference(p.inference().withModel(ref));
            });
        }
    }

    @Override
    void refresh() {
        super.refresh();
        model.set(option(choices().model(workspace.plan().inference().model())));
        boolean used = session.sampleInUse();
        offer.setText(TEXTS.get(used ? "sample.used" : "sample.offer"));
        Fx.show(use, !used);
    }

    @Override
    void begin() {
        name.field().requestFocus();
    }
}
