package app.steelyard.ui.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Quantity;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.NameOf;
import app.steelyard.ui.kit.Picker;
import app.steelyard.whatif.placement.ModelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.controlsfx.control.CheckComboBox;

/** Which models a search may choose from, and what is asked of them. */
final class ModelChoiceForm {
    private static final Texts TEXTS = Texts.of(ModelChoiceForm.class);

    /** Of the vendors' names; the list of them has all. */
    private static final double WIDEST = 300;

    private final CheckComboBox<Profile> vendors = new CheckComboBox<>();
    private final CheckBox catalogue =
            Fx.id("whatif.placement.catalogue", new CheckBox(TEXTS.get("placement.catalogue")));
    private final CheckBox retiring = Fx.id("whatif.placement.retiring", new CheckBox(TEXTS.get("placement.retiring")));
    private final Picker<String> region;
    private final Runnable changed;
    private List<String> places = List.of();
    private String place = "";
    private double window;
    private double success;

    ModelChoiceForm(Runnable changed) {
        this.changed = changed;
        vendors.setId("whatif.placement.vendors");
        vendors.setMaxWidth(WIDEST);
        vendors.setConverter(new NameOf<>(Profile::name));
        vendors.getCheckModel().getCheckedItems().addListener((ListChangeListener<Profile>) c -> {
            nameVendors();
            changed.run();
        });
        region = Picker.of("whatif.placement.region", TEXTS.get("placement.region"), this::regions, p -> {
            place = p;
            showPlace();
            changed.run();
        });
        showPlace();
        catalogue.setOnAction(e -> changed.run());
        retiring.setOnAction(e -> changed.run());
    }

    /** To be laid out beside others. */
    List<Node> fields() {
        return List.of(
                DoubtParts.named(TEXTS.get("placement.vendors"), vendors),
                catalogue,
                retiring,
                DoubtParts.named(TEXTS.get("placement.region"), region),
                number("success", Unit.FRACTION, 1, () -> success, v -> success = v),
                number("window", Unit.TOKENS, 1e9, () -> window, v -> window = v));
    }

    private Node number(String key, Unit unit, double most, DoubleSupplier now, DoubleConsumer take) {
        CommittingField<TextField> field = new CommittingField<>(
                new TextField(),
                "whatif.placement." + key,
                TEXTS.get("placement." + key),
                () -> now.getAsDouble() == 0 ? "" : Typing.withUnit(new Quantity(now.getAsDouble(), unit)),
                typed -> taken(typed, unit, most, take));
        field.field().setPrefColumnCount(6);
        field.field().setPromptText(TEXTS.get("placement." + key + ".any"));
        return DoubtParts.named(TEXTS.get("placement." + key), field.withMessage());
    }

    private Optional<String> taken(String typed, Unit unit, double most, DoubleConsumer take) {
        try {
            double value = typed.isEmpty()
                    ? 0
                    : NumberReader.chosen().read(typed, unit).orThrow();
            if (!(value >= 0 && value <= most)) {
                return Optional.of(TEXTS.get(unit == Unit.FRACTION ? "placement.noShare" : "placement.noTokens"));
            }
            take.accept(value);
            changed.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private List<Picker.Option<String>> regions() {
        List<Picker.Option<String>> options = new ArrayList<>();
        options.add(option(""));
        places.forEach(p -> options.add(option(p)));
        return options;
    }

    private static Picker.Option<String> option(String place) {
        return new Picker.Option<>(place, place.isEmpty() ? TEXTS.get("placement.region.any") : place, "", List.of());
    }

    private void showPlace() {
        region.set(option(place));
    }

    void refresh(Plan plan, PriceBook book) {
        List<Profile> offered = book.profiles().stream()
                .filter(p -> !p.asPublished()
                        && p.models().stream()
                                .anyMatch(m -> book.rates(
                                                m.ref(),
                                                plan.inference().tier(),
                                                plan.inference().pricesAsOf())
                                        .isPresent()))
                .toList();
        if (!vendors.getItems().equals(offered)) {
            vendors.getItems().setAll(offered);
        }
        places = ModelChoice.places(book);
        nameVendors();
    }

    /** While none is chosen, the plan's own is. */
    private void nameVendors() {
        String names = vendors.getCheckModel().getCheckedItems().stream()
                .filter(Objects::nonNull)
                .map(Profile::name)
                .collect(Collectors.joining(", "));
        String none = TEXTS.get("placement.vendors.none");
        vendors.setTitle(names.isEmpty() ? none : null);
        vendors.setAccessibleText(TEXTS.get("placement.vendors") + ": " + (names.isEmpty() ? none : names));
    }

    ModelChoice chosen() {
        return new ModelChoice(
                List.of(),
                vendors.getCheckModel().getCheckedItems().stream()
                        .map(Profile::vendor)
                        .collect(Collectors.toSet()),
                catalogue.isSelected(),
                place,
                window,
                success,
                retiring.isSelected());
    }
}
