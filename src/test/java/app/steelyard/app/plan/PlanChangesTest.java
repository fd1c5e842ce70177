package app.steelyard.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.steelyard.document.Samples;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.typed.RangeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanChangesTest {
    private static final Plan PLAN = Samples.plan("caching").orElseThrow();

    @Test
    void nothingIsToldWhereNothingChanged() {
        assertEquals(List.of(), PlanChanges.of(PLAN, PLAN));
    }

    @Test
    void numbersAreToldWithTheirRangeWhereThatChanged() {
        ItemNumber tokens = new ItemNumber(PLAN.items().getFirst().id(), ItemNumber.Kind.TOKENS);
        String name = PLAN.items().getFirst().name();
        assertEquals(List.of(name + ": tokens: 5,000 → 7,500"), PlanChanges.of(PLAN, tokens.with(PLAN, 7_500)));
        Plan point = RangeText.point(PlanField.REQUESTS_PER_MONTH.with(PLAN, 2_000_000), PlanField.REQUESTS_PER_MONTH);
        assertEquals(
                List.of("Requests a month: 1,000,000 (600,000 to 1,600,000) → 2,000,000"), PlanChanges.of(PLAN, point));
    }

    @Test
    void itemsAreToldThatCameWentMovedAndChanged() {
        ContextItem first = PLAN.items().getFirst();
        ContextItem added =
                new ContextItem("added", "Glossary", 10, Kind.INFORMATION, Scope.SHARED, 0, Placement.PLAIN_PROMPT);
        List<ContextItem> more = new ArrayList<>(PLAN.items());
        more.add(added);
        Plan with = PLAN.withItems(more);
        assertEquals(List.of("New: Glossary"), PlanChanges.of(PLAN, with));
        assertEquals(List.of("Removed: Glossary"), PlanChanges.of(with, PLAN));
        Collections.reverse(more);
        assertEquals(List.of("Order of the items"), PlanChanges.of(with, with.withItems(more)));
        Plan scoped = with.withItem(with.items().size() - 1, added.withScope(Scope.TENANT));
        assertEquals(List.of("Glossary: scope: All → Tenant"), PlanChanges.of(with, scoped));
        assertEquals(
                List.of(first.name() + ": Cached prefix → Prompt"),
                PlanChanges.of(PLAN, PLAN.withItem(0, first.withPlacement(Placement.PLAIN_PROMPT))));
    }
}
