package app.steelyard.ui.edit;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/**
 * The two ends of a number's range, to be moved by hand or by the arrow keys, under the hill of the range and to its scale. A
 * drag is one step of undo; an end goes no further than makes a range.
 */
final class RangeEnds extends RangeSlider {
    private static final Texts TEXTS = Texts.of(RangeEnds.class);
    private static final int STEPS = 100;
    /** Half the handle of an end, by which the track is shorter than the slider. */
    private static final double HANDLE = 8;

    private final Workspace workspace;
    private final PlanNumber number;
    private final String name;
    private BigDecimal step = BigDecimal.ONE;
    private boolean following;

    /** @param name of the number, as shown */
    RangeEnds(Workspace workspace, PlanNumber number, String name) {
        this.workspace = workspace;
        this.number = number;
        this.name = name;
        setId("range.ends");
        setAccessibleText(TEXTS.get("range.ends", name));
        VBox.setMargin(this, new Insets(-6, -HANDLE, 0, -HANDLE));
        ChangeListener<Object> listener = (o, was, is) -> {
            if (!following) {
                move(rounded(getLowValue()), rounded(getHighValue()));
            }
        };
        lowValueProperty().addListener(listener);
        highValueProperty().addListener(listener);
        // What was refused jumps back, and the scale is made anew, when the hand lets go.
        lowValueChangingProperty().addListener(listener);
        highValueChangingProperty().addListener(listener);
    }

    private void move(double low, double high) {
        Plan plan = workspace.plan();
        plan.whatIf().range(number.path()).ifPresent(r -> {
            Range moved = new Range(r.path(), low, high, r.distribution(), r.note());
            boolean good = RangeText.refusal(
                            new RangeText.Ranged(number.get(plan), low, high, r.distribution()), number)
                    .isEmpty();
            if (good && !moved.equals(r)) {
                workspace.edit(
                        TEXTS.get("range.edit", name),
                        "range.ends." + number.path(),
                        p -> p.withWhatIf(p.whatIf().with(moved)));
            } else {
                show(r);
            }
        });
    }

    /** Shows a range; while an end is held, it stays in the hand. */
    void show(Range range) {
        if (isLowValueChanging() || isHighValueChanging()) {
            return;
        }
        RangeShape.Scale scale = RangeShape.Scale.roomy(number, range);
        double length = scale.to() - scale.from();
        step = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(length / STEPS)));
        following = true;
        // First more room, so that no end is ever outside of it.
        setMin(Math.min(getMin(), scale.from()));
        setMax(Math.max(getMax(), scale.to()));
        setHighValue(Math.max(getLowValue(), range.high()));
        setLowValue(range.low());
        setHighValue(range.high());
        setMin(scale.from());
        setMax(scale.to());
        setBlockIncrement(length / STEPS * 2);
        following = false;
    }

    private double rounded(double value) {
        return BigDecimal.valueOf(value)
                .divide(step, 0, RoundingMode.HALF_UP)
                .multiply(step)
                .doubleValue();
    }
}
