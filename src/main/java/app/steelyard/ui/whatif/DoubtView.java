package app.steelyard.ui.whatif;

import app.steelyard.app.Dialogs;
import app.steelyard.app.whatif.DoubtAnswer;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.kit.Tiles;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.trials.TrialSettings;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The cards about doubt: who wins where, what moves the answer, how likely each is, what to measure, and the saving. */
final class DoubtView extends VBox {
    private static final Texts TEXTS = Texts.of(DoubtView.class);
    private static final double GAP = 12;
    private static final double LEAST = 400;
    /** More would take more memory than a laptop can spare. */
    private static final int MOST_TRIALS = 1_000_000;

    private final Runnable asked;
    private final Axes axes;
    private final ChartView map;
    private final ChartView moves;
    private final ChartView likely;
    private final ChartView worth;
    private final ChartView saving;
    private final Label contingency = Fx.paragraph("", Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    private final VBox lines = Fx.id("whatif.switching", new VBox(5));
    private final VBox switching;
    private final Segments<Way> way;
    private final CommittingField<TextField> trials;
    private final CommittingField<TextField> seed;
    private final Tiles tiles = new Tiles(GAP, LEAST, 2);
    private TrialSettings settings = TrialSettings.DEFAULT;
    private @Nullable DoubtAnswer shown;

    /** How a tornado is told. */
    enum Way {
        LEAD,
        ONE_AT_A_TIME,
        BY_RANK
    }

    /** @param asked told when somebody asks for other trials, another seed or other axes */
    DoubtView(Workspace workspace, Dialogs dialogs, Look look, Runnable asked) {
        super(GAP);
        this.asked = asked;
        axes = new Axes(workspace, asked);
        way = new Segments<>("whatif.way", TEXTS.get("way"), List.of(Way.values()), TEXTS::name, w -> showMoves());
        map = chart("map", dialogs, look).over(axes);
        moves = chart("moves", dialogs, look).with(way);
        trials = field("trials", () -> Numbers.count(settings.trials()), this::takeTrials);
        seed = field("seed", () -> Long.toString(settings.seed()), this::takeSeed);
        HBox run = new HBox(6, fieldName("trials"), room(trials), fieldName("seed"), room(seed));
        run.setAlignment(Pos.TOP_LEFT);
        likely = chart("likely", dialogs, look).over(contingency, run);
        contingency.setId("whatif.contingency");
        switching = Card.explained(TEXTS.get("switching"), TEXTS.get("switching.text"), lines);
        worth = chart("worth", dialogs, look);
        saving = chart("saving", dialogs, look);
        getChildren().add(tiles);
    }

    private static ChartView chart(String id, Dialogs dialogs, Look look) {
        return new ChartView("whatif." + id, dialogs, look.paletteProperty(), key -> {}).withSentence();
    }

    private static Label fieldName(String key) {
        Label label = Fx.label(TEXTS.get(key), Styles.TEXT_MUTED, Styles.TEXT_SMALL, "whatif-field-name");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static CommittingField<TextField> field(
            String key, Supplier<String> text, Function<String, Optional<String>> take) {
        CommittingField<TextField> typed =
                new CommittingField<>(new TextField(), "whatif." + key, TEXTS.get(key), text, take);
        typed.field().setPrefColumnCount(7);
        return typed;
    }

    private static VBox room(CommittingField<TextField> typed) {
        VBox room = typed.withMessage();
        HBox.setHgrow(room, Priority.SOMETIMES);
        return room;
    }

    private Optional<String> takeTrials(String typed) {
        NumberReader.Reading reading = NumberReader.chosen().read(typed, Unit.COUNT);
        if (!(reading instanceof NumberReader.Value(double count))
                || !(count >= 1 && count <= MOST_TRIALS && count == Math.rint(count))) {
            return Optional.of(TEXTS.get("trials.none", Numbers.count(MOST_TRIALS)));
        }
        settings = settings.withTrials((int) count);
        asked.run();
        return Optional.empty();
    }

    private Optional<String> takeSeed(String typed) {
        try {
            settings = settings.withSeed(NumberReader.chosen().exact(typed).longValueExact());
            asked.run();
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of(TEXTS.get("seed.none"));
        }
    }

    TrialSettings settings() {
        return settings;
    }

    Axes axes() {
        return axes;
    }

    /** Shows nothing, until there is an answer again. */
    void clear() {
        shown = null;
        tiles.getChildren().clear();
    }

    void show(DoubtAnswer answer) {
        shown = answer;
        map.show(answer.map());
        axes.show(answer.plan(), answer.x(), answer.y());
        boolean doubtful = answer.doubt().isPresent();
        List<Node> cards = doubtful ? List.of(map, moves, likely, worth, saving, switching) : List.of(map, switching);
        if (!tiles.getChildren().equals(cards)) {
            tiles.getChildren().setAll(cards);
        }
        answer.doubt().ifPresent(d -> {
            likely.show(d.likely());
            contingency.setText(d.contingency());
            worth.show(d.worth());
            saving.show(d.saving());
        });
        showMoves();
        while (lines.getChildren().size() > answer.switching().size()) {
            lines.getChildren().removeLast();
        }
        while (lines.getChildren().size() < answer.switching().size()) {
            lines.getChildren().add(Fx.paragraph(""));
        }
        for (int i = 0; i < answer.switching().size(); i++) {
            ((Label) lines.getChildren().get(i))
                    .setText(Fx.unbroken(answer.switching().get(i)));
        }
    }

    private void showMoves() {
        if (shown != null) {
            shown.doubt()
                    .ifPresent(d -> moves.show(
                            switch (way.get()) {
                                case LEAD -> d.leads();
                                case ONE_AT_A_TIME -> d.moves();
                                case BY_RANK -> d.ranks();
                            }));
        }
    }
}
