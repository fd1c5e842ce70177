package app.steelyard.ui.gallery;

import app.steelyard.app.Headline;
import app.steelyard.app.check.MeasuredTruth;
import app.steelyard.app.plan.Example;
import app.steelyard.document.Samples;
import app.steelyard.document.Settings;
import app.steelyard.plan.Plan;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Tiles;
import app.steelyard.ui.work.Actions;
import app.steelyard.ui.work.Navigation;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where to begin: an example, a new plan, or a file. */
public final class GalleryScreen extends ScrollPane implements Page {
    private static final Texts TEXTS = Texts.of(GalleryScreen.class);
    private static final double GAP = 16;
    private static final double LEAST = 300;
    private static final double CARD = 194;
    /** Of a card that tells what was measured. */
    private static final double HIGH_CARD = 236;

    private final Actions actions;
    private final Settings settings;
    private final Navigation navigation;
    /** What was measured, on each card. */
    private final Map<String, MeasuredTruth> published = MeasuredTruth.all();

    private final FlowPane recent = new FlowPane(12, 4);
    private final Tiles samples = Fx.id("samples", new Tiles(GAP, LEAST, 3));
    private final Tiles systems = Fx.id("systems", new Tiles(GAP, LEAST, 3));

    /** Examples are shown when they are there; their places are kept free until then. */
    public GalleryScreen(Surroundings surroundings) {
        actions = surroundings.actions();
        settings = surroundings.settings();
        navigation = surroundings.navigation();
        CompletableFuture<List<Example>> examples = surroundings.examples();
        Button begin =
                Fx.id("gallery.new", new Button(TEXTS.get("gallery.new"), new FontIcon(Feather.PLUS)), Styles.ACCENT);
        begin.setOnAction(e -> navigation.toNewPlan());
        Button open = Fx.id("gallery.open", new Button(TEXTS.get("gallery.open"), new FontIcon(Feather.FOLDER)));
        open.setOnAction(e -> then(actions.open()));
        if (examples.isDone()) {
            fill(examples.join());
        } else {
            Samples.OF_THE_GUIDE.forEach(id -> samples.getChildren().add(place(CARD)));
            Samples.MEASURED.forEach(id -> systems.getChildren().add(place(HIGH_CARD)));
            // Whoever makes them tells when that fails.
            CompletableFuture<?> _ = examples.whenComplete((made, error) -> {
                if (made != null) {
                    Platform.runLater(() -> fill(made));
                }
            });
        }
        VBox content = new VBox(
                18,
                Fx.label(TEXTS.get("gallery.title"), Styles.TITLE_2),
                Fx.paragraph(TEXTS.get("gallery.intro"), Styles.TEXT_MUTED),
                new HBox(8, begin, open),
                recent,
                Fx.label(TEXTS.get("gallery.samples"), Styles.TITLE_4),
                samples,
                Fx.label(TEXTS.get("gallery.systems"), Styles.TITLE_4),
                systems,
                Fx.paragraph(TEXTS.get("gallery.drop"), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
        content.getStyleClass().add("gallery");
        content.setMaxWidth(1240);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("plain-scroll");
        setId("gallery");
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Answer answer() {
        return Answer.NOWHERE;
    }

    /** Looks for recent files anew. */
    @Override
    public void shown() {
        List<Path> files = settings.recent();
        recent.getChildren().setAll(Fx.label(TEXTS.get("gallery.recent"), Styles.TEXT_MUTED));
        recent.setAlignment(Pos.CENTER_LEFT);
        for (Path file : files) {
            Hyperlink link = new Hyperlink(String.valueOf(file.getFileName()));
            link.setTooltip(Fx.tooltip(file.toString()));
            link.setOnAction(e -> then(actions.open(file)));
            recent.getChildren().add(link);
        }
        Fx.show(recent, !files.isEmpty());
    }

    private void then(boolean done) {
        if (done) {
            navigation.toOpenedPlan();
        }
    }

    private void fill(List<Example> examples) {
        Map<Boolean, List<Node>> cards = examples.stream()
                .collect(Collectors.partitioningBy(
                        e -> Samples.MEASURED.contains(e.id()), Collectors.mapping(this::card, Collectors.toList())));
        samples.getChildren().setAll(cards.get(false));
        systems.getChildren().setAll(cards.get(true));
    }

    /** As high as a card, with nothing on it yet. */
    private static Region place(double height) {
        Region place = Fx.styled(new Region(), "sample-place");
        // A card has a frame around its content.
        place.setMinHeight(height + 2);
        place.setPrefHeight(height + 2);
        return place;
    }

    private Node card(Example example) {
        String id = example.id();
        Plan plan = example.plan();
        Headline headline = example.answer();
        Label answer = Fx.paragraph(headline.sentence(), "sample-answer");
        String told = Optional.ofNullable(published.get(id))
                .map(m -> m.there() + "\n" + m.here())
                .orElse("");
        Label measured = Fx.paragraph(told, Styles.TEXT_SMALL, "sample-measured");
        Fx.show(measured, !told.isEmpty());
        Region gap = new Region();
        VBox.setVgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        VBox content = new VBox(
                8,
                Fx.paragraph(plan.name(), "sample-name"),
                Fx.paragraph(Example.teaches(id), Styles.TEXT_MUTED),
                gap,
                measured,
                answer);
        content.setPadding(new javafx.geometry.Insets(16));
        Button card = Fx.id("sample." + id, new Button(null, content), "sample-card");
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAccessibleText(String.join(" ", plan.name() + ".", Example.teaches(id), told, headline.sentence()));
        card.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        double height = Samples.MEASURED.contains(id) ? HIGH_CARD : CARD;
        content.setMinHeight(height);
        content.setPrefHeight(height);
        card.widthProperty().subscribe(w -> {
            content.setMinWidth(w.doubleValue() - 4);
            content.setMaxWidth(w.doubleValue() - 4);
        });
        card.setOnAction(e -> then(actions.begin(plan)));
        return card;
    }
}
