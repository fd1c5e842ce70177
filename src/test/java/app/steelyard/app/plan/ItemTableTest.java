package app.steelyard.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.steelyard.plan.Plan;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.NumberReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTableTest {
    private static ItemTable read(String text) {
        return ItemTable.of(text, NumberReader.plain());
    }

    private static ItemTable.Row shared(String name, double tokens, double changes) {
        return new ItemTable.Row(name, tokens, changes, Kind.INFORMATION, Scope.SHARED);
    }

    @Test
    void cellsStandApartByCommasSemicolonsOrTabs() {
        assertThat(read("Price list, 6000, weekly").rows()).containsExactly(shared("Price list", 6000, 4.35));
        assertThat(read("Price list;6,000;daily").rows()).containsExactly(shared("Price list", 6000, 30.42));
        assertThat(read("Price list\t6k\tnever").rows()).containsExactly(shared("Price list", 6000, 0));
    }

    @Test
    void aCommaWithinANumberGroupsItsDigits() {
        assertThat(read("Price list,6,000,monthly").rows()).containsExactly(shared("Price list", 6000, 1));
        assertThat(read("2024,600").rows()).containsExactly(shared("2024", 600, 0));
    }

    @Test
    void aNameInQuotesHoldsItsSeparators() {
        assertThat(read("\"Prices, all\", 6000").rows()).containsExactly(shared("Prices, all", 6000, 0));
    }

    @Test
    void headAndEmptyLinesArePassedOver() {
        ItemTable table = read("Name;Tokens;Changes\n\nPrice list;6000;2\n");

        assertThat(table.rows()).containsExactly(shared("Price list", 6000, 2));
        assertThat(table.problems()).isEmpty();
    }

    @Test
    void kindScopeAndRateStandInAnyOrder() {
        assertThat(read("Tone, 1.5k, behaviour, per tenant, 3 a week").rows())
                .containsExactly(new ItemTable.Row("Tone", 1500, 3 * 4.35, Kind.BEHAVIOUR, Scope.TENANT));
        assertThat(read("Question, 500, per request").rows())
                .containsExactly(new ItemTable.Row("Question", 500, 0, Kind.INFORMATION, Scope.REQUEST));
    }

    @Test
    void whatTurnsAndConversationsBringIsSaidInTheirWords() {
        for (String words : List.of("each turn", "per turn", "every request", "every turn")) {
            assertThat(read("Question, 500, " + words).rows())
                    .containsExactly(new ItemTable.Row("Question", 500, 0, Kind.INFORMATION, Scope.REQUEST));
        }
        assertThat(read("Profile, 300, each conversation").rows())
                .containsExactly(new ItemTable.Row("Profile", 300, 0, Kind.INFORMATION, Scope.SESSION));
        for (String words : List.of("grows 1,200 a turn", "grows by 1.2k tokens each turn", "+1200", "+1200/turn")) {
            assertThat(read("History; 500; " + words).rows())
                    .containsExactly(new ItemTable.Row("History", 500, 0, Kind.INFORMATION, Scope.SESSION, 1200));
        }
        assertThat(read("History, 500, grows 300 a turn, shared").unread())
                .containsExactly("Line 1, grows: What grows with each turn belongs to a conversation: nobody else"
                        + " shares it.");
    }

    @Test
    void whatCannotBeReadIsToldWithLineAndCellAndTheRestIsRead() {
        ItemTable table = read("Price list, 6000, weekly\nTerms\nManual, 40.000\nFacts, 10, sometimes\nOld, -5\n, 7\n"
                + "Twice, 5, daily, weekly\nTone, 900\n;");

        assertThat(table.rows()).extracting(ItemTable.Row::name).containsExactly("Price list", "Tone");
        assertThat(table.problems())
                .extracting(p -> p.line() + " " + p.pointer())
                .containsExactly(
                        "2 tokens", "3 tokens", "4 changes", "5 tokens", "6 name", "7 cell too many", "9 name");
        assertThat(table.unread().get(1)).startsWith("Line 3, tokens: ").contains("40");
        assertThat(table.unread().get(2)).contains("sometimes");
    }

    @Test
    void itemsStandBeforeWhatComesWithEachRequest() {
        Plan plan = NewPlan.of(NewPlan.USUAL_MODEL, LocalDate.of(2026, 11, 30));

        Plan with = read("Documents, 10\nDocuments, 20, daily\nClock, 5, per request")
                .into(plan);

        assertThat(with.items().subList(2, 6))
                .extracting(ContextItem::name)
                .containsExactly("Documents", "Documents", plan.items().get(2).name(), "Clock");
        assertThat(with.items()).extracting(ContextItem::id).doesNotHaveDuplicates();
        assertThat(with.items().get(5).placement()).isEqualTo(Placement.PLAIN_PROMPT);
        assertThat(PlanValidator.validate(with)).isEmpty();
    }
}
