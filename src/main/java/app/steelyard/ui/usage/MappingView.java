package app.steelyard.ui.usage;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.kit.Tiles;
import app.steelyard.usage.log.ColumnGuess;
import app.steelyard.usage.log.LogMapping;
import app.steelyard.usage.log.LogMapping.Meaning;
import app.steelyard.usage.log.LogMapping.TimeUnit;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.notation.DayOrder;
import app.steelyard.usage.notation.DecimalSign;
import app.steelyard.usage.notation.NotationScout;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Pointing at the columns of a request log that nobody knows. */
final class MappingView extends VBox {
    private static final Texts TEXTS = Texts.of(MappingView.class);

    /** What matters most first. */
    private static final List<Meaning> ORDER = List.of(
            Meaning.TIME,
            Meaning.INPUT,
            Meaning.OUTPUT,
            Meaning.MODEL,
            Meaning.READ,
            Meaning.WRITE,
            Meaning.PREFIX,
            Meaning.COST,
            Meaning.PROJECT,
            Meaning.TENANT,
            Meaning.KEY,
            Meaning.ID,
            Meaning.TIER);

    private static final List<Meaning> NEEDED =
            new LogMapping(Map.of(), TimeUnit.ISO, true, "", Currency.USD).missing();

    /** How numbers may be said to be written. */
    private enum Signs {
        FOUND(null),
        POINT(DecimalSign.POINT),
        COMMA(DecimalSign.COMMA);

        private final @Nullable DecimalSign sign;

        Signs(@Nullable DecimalSign sign) {
            this.sign = sign;
        }
    }

    /** How dates may be said to be written. */
    private enum Dates {
        FOUND(null),
        DAY_FIRST(DayOrder.DAY_FIRST),
        MONTH_FIRST(DayOrder.MONTH_FIRST);

        private final @Nullable DayOrder order;

        Dates(@Nullable DayOrder order) {
            this.order = order;
        }
    }

    private final UsageWork work;
    private final Map<Meaning, ComboBox<String>> columns = new EnumMap<>(Meaning.class);
    private final Segments<TimeUnit> times =
            new Segments<>("usage.times", TEXTS.get("mapping.times"), List.of(TimeUnit.values()), TEXTS::name, t -> {});
    private final Segments<Boolean> cached = new Segments<>(
            "usage.cached",
            TEXTS.get("mapping.cached"),
            List.of(true, false),
            inside -> TEXTS.get(inside ? "mapping.inside" : "mapping.beside"),
            inside -> {});
    private final Segments<Signs> numbers = new Segments<>(
            "usage.numbers", TEXTS.get("mapping.numbers"), List.of(Signs.values()), TEXTS::name, n -> {});
    private final Segments<Dates> days =
            new Segments<>("usage.dates", TEXTS.get("mapping.dates"), List.of(Dates.values()), TEXTS::name, d -> {});
    private final TextField vendor = Fx.id("usage.mapping.vendor", new TextField());
    private final TextField currency = Fx.id("usage.mapping.currency", new TextField());
    private final Label missing = Fx.id("usage.mapping.missing", Fx.paragraph("", "refusal"));
    private final Button read;

    MappingView(UsageModel model, UsageWork work) {
        super(12);
        this.work = work;
        setId("usage.mapping");
        getStyleClass().add("card");
        read = Fx.id("usage.mapping.read", Fx.button(TEXTS.get("mapping.read"), () -> {}, Styles.ACCENT));
        vendor.setPromptText(TEXTS.get("mapping.vendor.prompt"));
        currency.setPrefColumnCount(4);
        vendor.textProperty().subscribe(text -> check());
        currency.textProperty().subscribe(text -> check());
        model.pointing().subscribe(sample -> {
            Fx.show(this, sample != null);
            getChildren().clear();
            if (sample != null) {
                show(sample);
            }
        });
    }

    private void show(LogSample sample) {
        ColumnGuess guess = work.suggestion(sample);
        LogMapping likely = guess.mapping();
        columns.clear();
        Tiles tiles = new Tiles(10, 250, 4);
        ORDER.forEach(meaning -> tiles.getChildren().add(choice(meaning, sample, guess)));
        times.set(likely.timeUnit());
        cached.set(likely.inside());
        numbers.set(Arrays.stream(Signs.values())
                .filter(s -> s.sign == likely.notation().numbers())
                .findFirst()
                .orElse(Signs.FOUND));
        days.set(Arrays.stream(Dates.values())
                .filter(d -> d.order == likely.notation().days())
                .findFirst()
                .orElse(Dates.FOUND));
        vendor.setText(likely.vendor());
        currency.setText(likely.currency().code());
        read.setOnAction(e -> work.pointed(sample, mapping()));
        Button cancel = Fx.id("usage.mapping.cancel", Fx.button(TEXTS.get("cancel"), work::stopPointing));
        Label help = Fx.paragraph(TEXTS.get("mapping.cached.help"), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        HBox money = new HBox(
                10, named(TEXTS.get("mapping.vendor"), vendor), named(TEXTS.get("mapping.currency"), currency));
        money.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = Fx.row(10, read, cancel, missing);
        getChildren()
                .addAll(
                        Card.heading(
                                TEXTS.get(sample.isJson() ? "mapping.title.paths" : "mapping.title", sample.name())),
                        problem(sample),
                        Fx.paragraph(
                                TEXTS.get(sample.isJson() ? "mapping.help.paths" : "mapping.help"), Styles.TEXT_MUTED),
                        MappingSample.of(sample),
                        guessed(guess, sample.isRead()),
                        tiles,
                        named(TEXTS.get("mapping.times"), times),
                        named(TEXTS.get("mapping.numbers"), numbers),
                        named(TEXTS.get("mapping.dates"), days),
                        new VBox(4, named(TEXTS.get("mapping.cached"), cached), help),
                        money,
                        buttons);
        check();
    }

    private static HBox named(String name, Node control) {
        Label label = Fx.label(name);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(control);
        return Fx.row(10, label, control);
    }

    /** Why it was not read; a renamed column is known best by the one who renamed it. */
    private static Node problem(LogSample sample) {
        Label problem = Fx.id("usage.mapping.problem", Fx.paragraph(sample.problem()));
        Fx.show(problem, sample.lacks());
        return problem;
    }

    private static Node guessed(ColumnGuess guess, boolean read) {
        Label text = Fx.id(
                "usage.mapping.guessed", Fx.paragraph(TEXTS.get(read ? "mapping.guessed.read" : "mapping.guessed")));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(8, Chip.of(TEXTS.get("mapping.guess.chip"), "info-chip"), text);
        Fx.show(line, !guess.clues().isEmpty());
        return line;
    }

    private Node choice(Meaning meaning, LogSample sample, ColumnGuess guess) {
        ComboBox<String> box = Fx.id("usage.column." + meaning, new ComboBox<String>());
        box.setAccessibleText(TEXTS.name(meaning));
        box.getItems().add(TEXTS.get("mapping.none"));
        box.getItems().addAll(sample.columns());
        String guessed = guess.mapping().columns().get(meaning);
        if (guessed != null && !sample.columns().contains(guessed)) {
            // Records that are not shown may have it.
            box.getItems().add(guessed);
        }
        box.getSelectionModel().select(guessed == null ? 0 : box.getItems().indexOf(guessed));
        box.setMaxWidth(Double.MAX_VALUE);
        String title =
                NEEDED.contains(meaning) ? TEXTS.get("mapping.needed", TEXTS.name(meaning)) : TEXTS.name(meaning);
        Label name = Fx.label(title, Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        box.setOnAction(e -> {
            if (meaning == Meaning.TIME && box.getSelectionModel().getSelectedIndex() > 0) {
                times.set(LogMapping.unit(sample.first(box.getValue())));
            }
            // What a person chose is no guess any more.
            name.setText(title);
            name.setTooltip(null);
            Fx.style(box, "guess", false);
            check();
        });
        columns.put(meaning, box);
        name.setId("usage.column." + meaning + ".name");
        name.setLabelFor(box);
        ColumnGuess.Clue clue = guess.clues().get(meaning);
        if (clue != null) {
            name.setText(TEXTS.get("mapping.guess", title));
            name.setTooltip(Fx.tooltip(TEXTS.get("mapping.guess." + clue)));
            box.setAccessibleHelp(TEXTS.get("mapping.guess." + clue));
            Fx.style(box, "guess", true);
        }
        return new VBox(2, name, box);
    }

    private LogMapping mapping() {
        Map<Meaning, String> chosen = new EnumMap<>(Meaning.class);
        columns.forEach((meaning, box) -> {
            if (box.getSelectionModel().getSelectedIndex() > 0) {
                chosen.put(meaning, box.getValue());
            }
        });
        return new LogMapping(
                chosen,
                times.get(),
                cached.get(),
                vendor.getText().strip().toLowerCase(Locale.ROOT),
                Currency.isCode(code()) ? new Currency(code()) : Currency.USD,
                new NotationScout.Wish(numbers.get().sign, days.get().order));
    }

    /** As typed, which may be no code; nothing can be read then. */
    private String code() {
        return currency.getText().strip().toUpperCase(Locale.ROOT);
    }

    /** Says what is still to be done before the file can be read. */
    private void check() {
        if (columns.isEmpty()) {
            return;
        }
        LogMapping mapping = mapping();
        List<String> wrong = new ArrayList<>();
        if (!mapping.missing().isEmpty()) {
            wrong.add(TEXTS.get(
                    "mapping.missing",
                    mapping.missing().stream().map(TEXTS::name).collect(Collectors.joining(", "))));
        }
        if (!mapping.vendor().matches("[a-z0-9-]*")) {
            wrong.add(TEXTS.get("mapping.vendor.wrong"));
        }
        if (!Currency.isCode(code())) {
            wrong.add(TEXTS.get("mapping.currency.wrong"));
        }
        missing.setText(String.join(" ", wrong));
        read.setDisable(!wrong.isEmpty());
    }
}
