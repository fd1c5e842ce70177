package app.steelyard.plan.check;

/**
 * Why a plan makes no sense at one place.
 *
 * @param path of the field, such as {@code traffic.tenants} or {@code items.price-list.tokens}
 * @param reason what is wrong and what is allowed, as a sentence for the person at the field
 */
public record PlanProblem(String path, String reason) {}
