package app.steelyard.ui.whatif;

import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.check.Assumed;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.trials.Assumption;
import app.steelyard.whatif.trials.Dial;
import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The numbers that have a range, to be turned by hand. A drag is one step of undo. */
final class RangeSliders extends ScrollPane {
    private static final Texts TEXTS = Texts.of(RangeSliders.class);

    private final Workspace workspace;
    private final VBox rows = new VBox(10);
    private final List<Row> shown = new ArrayList<>();
    private List<Range> ranges = List.of();
    private List<String> names = List.of();
    private boolean turning;

    RangeSliders(Workspace workspace) {
        this.workspace = workspace;
        VBox content = new VBox(
                10,
                Fx.label(TEXTS.get("sliders"), Styles.TEXT_BOLD),
                Fx.paragraph(TEXTS.get("sliders.help"), Styles.TEXT_MUTED, Styles.TEXT_SMALL),
                rows);
        content.getStyleClass().add("whatif-sliders");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("plain-scroll", "whatif-slider-pane");
        setId("whatif.sliders");
    }

    /** Whether the plan changes because of a slider just now. */
    boolean turning() {
        return turning;
    }

    /** Shows what the plan says now. */
    void refresh() {
        Plan plan = workspace.plan();
        List<PlanNumber> numbers = PlanNumber.of(plan).stream()
                .filter(n -> plan.whatIf().range(n.path()).isPresent())
                .toList();
        List<String> named = numbers.stream().map(n -> NumberLabels.of(plan, n)).toList();
        if (!plan.whatIf().ranges().equals(ranges) || !named.equals(names)) {
            ranges = plan.whatIf().ranges();
            names = named;
            shown.clear();
            for (PlanNumber number : numbers) {
                Range range = plan.whatIf().range(number.path()).orElseThrow();
                shown.add(new Row(Dial.of(plan, new Assumption(number, range, number.get(plan))), range));
            }
            rows.getChildren().setAll(shown);
        }
        shown.forEach(Row::refresh);
    }

    private final class Row extends VBox {
        private final Dial dial;
        private final Slider slider = new Slider(0, 1, 0);
        private final Label value = Fx.label("", "figures");
        private final String name;
        private boolean following;

        Row(Dial dial, Range range) {
            super(2);
            this.dial = dial;
            PlanNumber number = dial.number();
            name = NumberLabels.of(workspace.plan(), number);
            String shownName = Assumed.is(range) ? TEXTS.get("sliders.assumed", name) : name;
            Label label = Fx.naming(slider, Fx.paragraph(shownName, Styles.TEXT_SMALL));
            if (Assumed.is(range)) {
                label.setTooltip(Fx.tooltip(String.valueOf(range.note())));
            }
            Fx.grow(label);
            value.setMinWidth(Region.USE_PREF_SIZE);
            value.getStyleClass().add(Styles.TEXT_SMALL);
            HBox line = new HBox(6, label, value);
            line.setAlignment(Pos.BASELINE_LEFT);
            slider.getStyleClass().add(Styles.SMALL);
            slider.setSkin(new ProgressSliderSkin(slider));
            slider.setId("whatif.slider." + number.path());
            slider.setAccessibleText(name);
            slider.setBlockIncrement(0.05);
            slider.valueProperty().addListener((o, was, is) -> {
                if (!following) {
                    turn(is.doubleValue());
                }
            });
            getChildren().addAll(line, slider);
        }

        private void turn(double position) {
            turning = true;
            try {
                workspace.edit(name, dial.number().path(), p -> dial.number().with(p, dial.value(position)));
            } finally {
                turning = false;
            }
        }

        void refresh() {
            Plan plan = workspace.plan();
            double now = dial.number().get(plan);
            value.setText(plan.currency().of(now, dial.number().unit()).brief());
            following = true;
            if (!slider.isValueChanging()) {
                slider.setValue(dial.position(now));
            }
            following = false;
        }
    }
}
