package app.steelyard.ui.calculate.input;

import app.steelyard.app.plan.PriceChoices;
import app.steelyard.app.plan.PriceChoices.Region;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Workspace;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How requests are served, and what of a bill is no text. */
final class BillInputs {
    private static final Texts TEXTS = Texts.of(BillInputs.class);
    private static final String REGION = "inference.served.region";

    private final Workspace workspace;
    private final ChoiceInputs choices;

    BillInputs(Workspace workspace, ChoiceInputs choices) {
        this.workspace = workspace;
        this.choices = choices;
    }

    /** Shares of the requests, and in which region. */
    List<Input> served(InputRows rows) {
        return Stream.concat(rows.fields("inference.served").stream(), Stream.of(region(rows)))
                .toList();
    }

    /** Tokens that are not text, and what is paid by its use. */
    List<Input> beside(InputRows rows) {
        return Stream.of("traffic.media", "traffic.fees")
                .flatMap(prefix -> rows.fields(prefix).stream())
                .toList();
    }

    /** The numbers of the traffic that stand here. */
    static Predicate<PlanField> ofTraffic() {
        return f -> f.path().startsWith("traffic.media.") || f.path().startsWith("traffic.fees.");
    }

    private Input region(InputRows rows) {
        return rows.picker(
                REGION,
                () -> new Picker<>(
                        REGION,
                        TEXTS.get(REGION),
                        this::regions,
                        region -> workspace.edit(
                                TEXTS.get(REGION),
                                null,
                                p -> p.withInference(p.inference()
                                        .withServed(p.inference().served().withRegion(region))))),
                () -> option(choices.choices()
                        .region(workspace.plan().inference().served().region())));
    }

    private List<Picker.Option<String>> regions() {
        PriceChoices offered = choices.choices();
        return Stream.concat(Stream.of(offered.region(null)), offered.regions().stream())
                .map(BillInputs::option)
                .toList();
    }

    private static Picker.Option<String> option(Region region) {
        return new Picker.Option<>(region.name(), region.title(), region.detail(), region.marks());
    }
}
