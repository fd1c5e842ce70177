package app.steelyard.usage;

import app.steelyard.plan.Plan;
import app.steelyard.usage.row.UsageFinding;
import java.util.List;
import java.util.Optional;

/**
 * What measured usage makes of a plan.
 *
 * @param plan the new plan; empty where the usage does not allow one, which a finding then explains
 * @param findings what was chosen, assumed and left out
 */
public record PlanEdit(Optional<Plan> plan, List<UsageFinding> findings) {

    public PlanEdit {
        findings = List.copyOf(findings);
    }
}
