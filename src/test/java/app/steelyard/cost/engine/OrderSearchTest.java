package app.steelyard.cost.engine;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.item;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Fixtures.ModelBuilder;
import app.steelyard.Seeded;
import app.steelyard.Seeded.Draw;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A proposal stands in the cheapest order, as trying all orders shows: today's design is priced in the order of the plan, each
 * with its best set of breakpoints.
 */
class OrderSearchTest {

    private static Plan anyPlan(Draw draw, int most) {
        List<ContextItem> items = new ArrayList<>();
        for (int i = draw.whole(2, most); i > 0; i--) {
            items.add(item(
                    "item-" + i,
                    draw.scaled(100, 50_000),
                    Kind.INFORMATION,
                    draw.oneOf(Scope.SHARED, Scope.TENANT, Scope.USER, Scope.SESSION),
                    draw.maybe() ? draw.whole(0, 30) : draw.scaled(1, 5000)));
        }
        Plan plan = plan(0, draw.scaled(1e3, 1e7)).withItems(items);
        plan = PlanField.TENANTS.with(plan, draw.whole(1, 300));
        plan = PlanField.USERS.with(plan, draw.whole(1, 3000));
        plan = PlanField.TENANT_SKEW.with(plan, draw.oneOf(0.0, 1.2));
        plan = PlanField.TURNS.with(plan, draw.oneOf(1.0, 8.0, 40.0));
        return PlanField.HORIZON_MONTHS.with(plan, 1);
    }

    private static ModelBuilder anyPrices(Draw draw) {
        ModelBuilder model = model().minimum(draw.oneOf(0, 1024, 8192), 1).prices("1", "0.1", "5");
        return draw.maybe() ? model.write("5m", "1.25") : model;
    }

    private static double month(Plan plan, ModelBuilder model, Design today) {
        Plan of = plan.withToday(today);
        Evaluation caching = Trial.of(of, Design.PROMPT_CACHING.placementsOf(of.items()), book(model))
                .evaluate(of);
        return ((Evaluation.Priced) caching).measures().firstMonth();
    }

    private static List<List<ContextItem>> orders(List<ContextItem> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<ContextItem>> all = new ArrayList<>();
        for (ContextItem first : items) {
            List<ContextItem> rest = new ArrayList<>(items);
            rest.remove(first);
            for (List<ContextItem> behind : orders(rest)) {
                List<ContextItem> order = new ArrayList<>(List.of(first));
                order.addAll(behind);
                all.add(order);
            }
        }
        return all;
    }

    private static void noOrderCostsLess(Plan plan, ModelBuilder model) {
        double proposed = month(plan, model, Design.UNCACHED);
        double least = Double.POSITIVE_INFINITY;
        List<String> best = List.of();
        for (List<ContextItem> order : orders(plan.items())) {
            double cost = month(plan.withItems(order), model, Design.PROMPT_CACHING);
            if (cost < least) {
                least = cost;
                best = order.stream().map(ContextItem::id).toList();
            }
        }
        String less = proposed + " rather than " + least + " in the order " + best;
        assertTrue(proposed <= least * (1 + 1e-9), less);
        assertTrue(proposed >= least * (1 - 1e-9), () -> "an order that cannot be: " + proposed);
    }

    @Test
    void noOtherOrderCostsLess() {
        Seeded.forAll(60, draw -> noOrderCostsLess(anyPlan(draw, 5), anyPrices(draw)));
    }

    @Test
    void norWithFewBreakpoints() {
        Seeded.forAll(
                60, draw -> noOrderCostsLess(anyPlan(draw, 5), anyPrices(draw).breakpoints(draw.whole(1, 3))));
    }
}
