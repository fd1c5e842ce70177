package app.steelyard.cli.terminal;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of a plan as they are named on the command line: by their paths in the plan file. */
public final class Fields {
    private Fields() {}

    /** The number at {@code path}; a wrong one is answered with those that look alike and with all there are. */
    public static PlanNumber of(Plan plan, String path) {
        return PlanNumber.at(plan, path.strip()).orElseThrow(() -> unknown(plan, path.strip()));
    }

    private static Refusal unknown(Plan plan, String path) {
        List<String> all =
                PlanNumber.offered(plan).stream().map(PlanNumber::path).toList();
        List<String> alike = PlanNumber.alike(plan, path);
        String list = all.stream().map(p -> "\n  " + p).collect(Collectors.joining());
        return new Refusal(
                alike.isEmpty()
                        ? Console.TEXTS.get("field.unknown", path, list)
                        : Console.TEXTS.get("field.unknown.alike", path, String.join(", ", alike), list));
    }
}
