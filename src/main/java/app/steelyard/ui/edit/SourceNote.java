package app.steelyard.ui.edit;

import app.steelyard.plan.Plan;
import app.steelyard.plan.Range;
import app.steelyard.plan.check.Assumed;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Callout;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small sign beside a number that says, and asks, where the number comes from. */
public final class SourceNote extends Button {
    private static final Texts TEXTS = Texts.of(SourceNote.class);

    private final Workspace workspace;
    private final String path;
    private final String name;
    private final Tooltip tooltip = Fx.tooltip("");
    private @Nullable String shown;

    /** @param name of the number, as shown */
    public SourceNote(Workspace workspace, String path, String name) {
        super(null, new FontIcon(Feather.BOOKMARK));
        this.workspace = workspace;
        this.path = path;
        this.name = name;
        setId(path + ".source");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "source-note");
        setAccessibleText(TEXTS.get("source.of", name));
        setTooltip(tooltip);
        setOnAction(e -> edit());
        refresh();
    }

    /** Shows what the plan says now. */
    public void refresh() {
        Plan plan = workspace.plan();
        String source = plan.sources().getOrDefault(path, "");
        Range range = plan.whatIf().range(path).filter(Assumed::is).orElse(null);
        String words = source.isEmpty()
                ? range == null ? TEXTS.get("source.none") : TEXTS.get("source.range", String.valueOf(range.note()))
                : TEXTS.get("source.is", source);
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        tooltip.setText(words);
        Fx.style(this, "stated", !source.isEmpty() || range != null);
        Fx.style(this, "assumed", Assumed.marked(source) || range != null);
    }

    private void edit() {
        TextField text =
                Fx.id("source-text", new TextField(workspace.plan().sources().getOrDefault(path, "")));
        text.setPrefColumnCount(26);
        text.setPromptText(TEXTS.get("source.prompt"));
        Label label = Fx.naming(text, Fx.label(TEXTS.get("source.of", name), Styles.TEXT_BOLD));
        PopOver callout = Callout.show(new VBox(8, label, text), this, ArrowLocation.RIGHT_TOP);
        text.setOnAction(e -> callout.hide());
        callout.setOnHidden(e -> workspace.edit(
                TEXTS.get("source.edit", name),
                path + ".source",
                p -> p.withSource(path, text.getText().strip())));
        text.requestFocus();
    }
}
