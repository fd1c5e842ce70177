package app.steelyard.ui.calculate.input;

import app.steelyard.app.usage.LogSays;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the usage that was read says of a number, and takes it; nothing where it says what the plan says already. */
final class LogLine extends HBox {
    private static final Texts TEXTS = Texts.of(LogLine.class);

    private final Workspace workspace;
    private final PlanField field;
    private final Label says = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);

    LogLine(Workspace workspace, PlanField field) {
        super(8);
        this.workspace = workspace;
        this.field = field;
        Button use =
                Fx.id(field.path() + ".log", Fx.button(TEXTS.get("log.use"), this::use, Styles.SMALL, Styles.FLAT));
        use.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        Fx.grow(says);
        getChildren().addAll(says, use);
    }

    /** Shows what is true now. */
    void refresh() {
        Optional<LogSays.Said> said = said();
        said.ifPresent(n -> says.setText(TEXTS.get(
                "log.says",
                workspace.plan().currency().of(n.value(), field.unit()).brief(),
                n.source())));
        Fx.show(this, said.isPresent());
    }

    private Optional<LogSays.Said> said() {
        return workspace.loggedProperty().get().of(field).filter(n -> n.value() != field.get(workspace.plan()));
    }

    private void use() {
        said().ifPresent(n -> workspace.edit(
                Names.of(field), field.path(), p -> field.with(p, n.value()).withSource(field.path(), n.source())));
    }
}
