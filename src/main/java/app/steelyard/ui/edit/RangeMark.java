package app.steelyard.ui.edit;

import app.steelyard.plan.Distribution;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The shape beside a number field that shows how sure the number is, and opens all about it; with it, while the number is
 * a range, a button that makes it a point again. Alt and the down key in the field open the same.
 */
public final class RangeMark extends HBox {
    private static final Texts TEXTS = Texts.of(RangeMark.class);
    private static final KeyCombination OPENS = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

    private final Workspace workspace;
    private final PlanNumber number;
    private final TextField field;
    private final RangeShape shape = new RangeShape(22, 14);
    private final Button opener = new Button(null, shape);
    private final Button point;
    private final Tooltip tooltip = Fx.tooltip("");
    private @Nullable Range shown;
    private double value = Double.NaN;
    private boolean showsAny;

    /** @param field in which the number is typed */
    public RangeMark(Workspace workspace, PlanNumber number, TextField field) {
        super(0);
        this.workspace = workspace;
        this.number = number;
        this.field = field;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("range-marks");
        opener.setId(number.path() + ".range");
        opener.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "range-mark");
        opener.setTooltip(tooltip);
        opener.setOnAction(e -> open());
        point = Fx.id(
                number.path() + ".point",
                Fx.iconButton(Feather.X, TEXTS.get("range.point"), this::makePoint),
                Styles.SMALL,
                "range-point");
        getChildren().addAll(opener, point);
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (OPENS.match(e)) {
                open();
                e.consume();
            }
        });
        refresh();
    }

    private void open() {
        // What was typed is taken over first.
        opener.requestFocus();
        RangePopover.show(workspace, number, opener);
    }

    private void makePoint() {
        field.requestFocus();
        workspace.edit(
                TEXTS.get("range.point.edit", NumberLabels.of(workspace.plan(), number)),
                null,
                p -> RangeText.point(p, number));
    }

    /** Shows what the plan says now. */
    public void refresh() {
        Plan plan = workspace.plan();
        Range range = plan.whatIf().range(number.path()).orElse(null);
        double now = number.get(plan);
        if (showsAny && Objects.equals(range, shown) && Double.compare(now, value) == 0) {
            return;
        }
        showsAny = true;
        shown = range;
        value = now;
        shape.show(number, now, range);
        Fx.show(point, range != null);
        Fx.style(opener, "stated", range != null);
        Fx.style(opener, "assumed", range != null && Assumed.is(range));
        Fx.style(field, "ranged", range != null);
        String words = range == null ? TEXTS.get("range.none", RangeText.sign(number)) : words(now, range, number);
        tooltip.setText(words);
        // The field may be too short for all of it.
        field.setTooltip(range == null ? null : tooltip);
        opener.setAccessibleText(TEXTS.get("range.of", NumberLabels.of(plan, number)) + ". " + words);
    }

    /** The range in a sentence, with what its ends mean. */
    static String words(double now, Range range, PlanNumber number) {
        String words = TEXTS.get(
                "range.words",
                RangeText.format(now, range, number),
                Names.of(range.distribution()),
                meaning(
                        range.distribution(),
                        Typing.of(range.low(), number.unit()),
                        Typing.of(range.high(), number.unit())));
        return Assumed.is(range) ? TEXTS.get("range.assumed", words, Objects.requireNonNull(range.note())) : words;
    }

    /** What the ends mean. */
    static String meaning(Distribution distribution, String low, String high) {
        return TEXTS.get(distribution.bounded() ? "range.bounded" : "range.interval", low, high);
    }
}
