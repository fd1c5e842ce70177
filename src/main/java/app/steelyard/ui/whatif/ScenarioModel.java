package app.steelyard.ui.whatif;

import app.steelyard.app.plan.PriceChoices;
import app.steelyard.app.whatif.ScenarioEdits;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * A model of a scenario, to be chosen.
 *
 * @param index of the scenario
 */
record ScenarioModel(Workspace workspace, Plan plan, Scenario.Models.Role role, int index) {
    private static final Texts TEXTS = Texts.of(ScenarioModel.class);

    Picker<PriceRef> picker() {
        Scenario scenario = plan.whatIf().scenarios().get(index);
        Optional<PriceRef> own = scenario.models().at(role);
        String name = Names.of(role);
        Picker<PriceRef> picker = new Picker<>(
                "whatif.cell." + index + "." + role.path(),
                TEXTS.get("scenario.cell", name, scenario.name()),
                this::options,
                model -> workspace.edit(
                        TEXTS.get("scenario.edit", name), null, p -> ScenarioEdits.on(p, index, role, model)));
        picker.set(own.map(m -> option(choices().model(m))).orElseGet(this::planned));
        Fx.style(picker, "overridden", own.isPresent());
        HBox.setHgrow(picker, Priority.ALWAYS);
        return picker;
    }

    private PriceChoices choices() {
        return new PriceChoices(workspace.book(), plan.inference());
    }

    private List<Picker.Option<PriceRef>> options() {
        List<PriceChoices.Offer> offers = switch (role) {
            case BASE -> choices().models();
            case TUNED -> choices().tunable();
        };
        return Stream.concat(
                        Stream.of(planned()),
                        offers.stream().filter(o -> o.price() != null).map(ScenarioModel::option))
                .toList();
    }

    private static Picker.Option<PriceRef> option(PriceChoices.Offer offer) {
        return new Picker.Option<>(offer.price(), offer.title(), offer.detail(), offer.marks());
    }

    /** The plan's own. */
    private Picker.Option<PriceRef> planned() {
        PriceChoices.Offer offer =
                role.in(plan).map(choices()::model).orElseGet(() -> choices().tuned(null));
        return new Picker.Option<>(null, TEXTS.get("scenario.planned"), offer.title(), List.of());
    }
}
