package app.steelyard.ui.calculate.input;

import app.steelyard.app.usage.LogSays;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the usage that was read says of a statement, and takes it; nothing where it says what the plan says already. */
final class LogLine extends HBox {
    private static final Texts TEXTS = Texts.of(LogLine.class);

    private final Workspace workspace;
    private final String id;
    private final String name;
    private final Function<LogSays, Optional<LogSays.Said>> of;
    private final Label says = Fx.paragraph("", Styles.TEXT_MUTED, Styles.TEXT_SMALL);

    /**
     * @param id of the input beside it
     * @param name of the statement, by which undo tells what was done
     */
    LogLine(Workspace workspace, String id, String name, Function<LogSays, Optional<LogSays.Said>> of) {
        super(8);
        this.workspace = workspace;
        this.id = id;
        this.name = name;
        this.of = of;
        Button use = Fx.id(id + ".log", Fx.button(TEXTS.get("log.use"), this::use, Styles.SMALL, Styles.FLAT));
        use.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        Fx.grow(says);
        getChildren().addAll(says, use);
    }

    /** @param name as for the other */
    LogLine(Workspace workspace, PlanNumber number, String name) {
        this(workspace, number.path(), name, log -> log.of(number, workspace.plan()));
    }

    /** Shows what is true now. */
    void refresh() {
        Optional<LogSays.Said> said = said();
        said.ifPresent(n -> says.setText(TEXTS.get("log.says", n.text(), n.source())));
        Fx.show(this, said.isPresent());
    }

    private Optional<LogSays.Said> said() {
        return of.apply(workspace.loggedProperty().get());
    }

    private void use() {
        said().ifPresent(n -> workspace.edit(name, id, n.use()));
    }
}
