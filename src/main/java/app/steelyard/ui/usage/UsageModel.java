package app.steelyard.ui.usage;

import app.steelyard.app.usage.ImportOutcome;
import app.steelyard.app.usage.ReadingState;
import app.steelyard.chart.catalog.usage.UsageMeasure;
import app.steelyard.usage.figures.Reconciliation;
import app.steelyard.usage.ledger.LookedAt;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.row.UsageFinding;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the parts of the screen observe. Changed on the JavaFX thread. */
final class UsageModel {
    private final ObjectProperty<@Nullable UsageFigures> figures = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ReadingState> reading = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ImportOutcome> outcome = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LogSample> pointing = new SimpleObjectProperty<>();
    private final ObjectProperty<List<UsageFinding>> said = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<LookedAt> scope = new SimpleObjectProperty<>(LookedAt.ALL);
    private final ObjectProperty<Double> tolerance = new SimpleObjectProperty<>(Reconciliation.TOLERANCE);
    private final ObjectProperty<UsageMeasure> measure = new SimpleObjectProperty<>(UsageMeasure.TOKENS);
    private final StringProperty temporary = new SimpleStringProperty("");

    /** Null while nothing was looked at yet. */
    ObjectProperty<@Nullable UsageFigures> figures() {
        return figures;
    }

    /** Null while nothing is being read. */
    ObjectProperty<@Nullable ReadingState> reading() {
        return reading;
    }

    /** Null before the first import, and when it was put away. */
    ObjectProperty<@Nullable ImportOutcome> outcome() {
        return outcome;
    }

    /** The table whose columns are being pointed at, or null. */
    ObjectProperty<@Nullable LogSample> pointing() {
        return pointing;
    }

    /** What putting the usage into the plan brought up. */
    ObjectProperty<List<UsageFinding>> said() {
        return said;
    }

    /** What is looked at, or will be as soon as it is computed. */
    ObjectProperty<LookedAt> scope() {
        return scope;
    }

    /** The difference from a bill that is let pass, as a fraction. */
    ObjectProperty<Double> tolerance() {
        return tolerance;
    }

    /** What the charts count. */
    ObjectProperty<UsageMeasure> measure() {
        return measure;
    }

    /** Why the ledger is forgotten at the end; empty if it isn't. */
    StringProperty temporary() {
        return temporary;
    }
}
