package app.steelyard.app.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Scenario;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A scenario in one line: {@code Half price: finance.priceChanges.all.by.2027-01-01=-50%; model.base=google/gemini-3-flash}. A
 * number stands in its own unit, a model as its id.
 */
public final class TypedScenario {
    private static final Texts TEXTS = Texts.of(TypedScenario.class);
    private static final Pattern WHOLE = Pattern.compile("([^:=]+):(.+)");
    private static final Pattern PART = Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*(.+?)\\s*");

    private TypedScenario() {}

    /**
     * {@code plan} with that scenario behind those that it has.
     *
     * @throws IllegalArgumentException if it is none, saying why
     */
    public static Plan add(Plan plan, String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException(TEXTS.get("scenario.none", text));
        }
        Scenario scenario = new Scenario(whole.group(1).strip(), List.of());
        List<String[]> numbers = new ArrayList<>();
        for (String part : whole.group(2).split(";", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(TEXTS.get("scenario.none", text));
            }
            Optional<Scenario.Models.Role> role = Stream.of(Scenario.Models.Role.values())
                    .filter(r -> r.path().equals(matcher.group(1)))
                    .findFirst();
            if (role.isPresent()) {
                scenario = scenario.withModels(scenario.models().with(role.get(), PriceRef.parse(matcher.group(2))));
            } else {
                numbers.add(new String[] {matcher.group(1), matcher.group(2)});
            }
        }
        // Of the vendors of its models numbers may be about, too.
        Plan on = with(plan, scenario);
        List<Scenario.Value> values = new ArrayList<>();
        for (String[] number : numbers) {
            PlanNumber of = PlanNumber.at(on, number[0]).orElseThrow(() -> unknown(on, number[0]));
            double value = NumberReader.plain(plan.currency())
                    .read(number[1], of.unit())
                    .orThrow();
            values.add(new Scenario.Value(of.path(), value));
        }
        Plan changed = with(plan, scenario.withValues(values));
        Optional<Problem> problem = PlanValidator.validate(changed).stream().findFirst();
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get().reason());
        }
        return changed;
    }

    private static Plan with(Plan plan, Scenario scenario) {
        return plan.withWhatIf(plan.whatIf()
                .withScenarios(Stream.concat(plan.whatIf().scenarios().stream(), Stream.of(scenario))
                        .toList()));
    }

    private static IllegalArgumentException unknown(Plan plan, String path) {
        List<String> alike = PlanNumber.alike(plan, path);
        return new IllegalArgumentException(
                alike.isEmpty()
                        ? TEXTS.get("scenario.unknown", path)
                        : TEXTS.get("scenario.unknown.alike", path, String.join(", ", alike)));
    }
}
