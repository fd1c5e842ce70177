package app.steelyard.report.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Golden;
import app.steelyard.decision.Decision;
import app.steelyard.decision.DecisionTest;
import app.steelyard.decision.Flips;
import app.steelyard.decision.GuideTargets;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.Cases;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.HitRateTarget;
import app.steelyard.plan.item.Scope;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRecordTest {
    private static String record(String id) {
        Decision decision = DecisionTest.sample(id);
        return DecisionRecord.markdown(
                decision,
                Flips.of(decision, Cases.BOOK),
                Cases.BOOK,
                DecisionRecord.Details.proposed(LocalDate.of(2026, 11, 23), id + ".steelyard", "0".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-bot", "clinical-extractor", "banking-copilot"})
    void isAsRead(String id) throws IOException {
        Golden.check("decision/" + id + ".md", record(id));
    }

    @Test
    void hasTheHeadingsOfMadr4InTheirOrder() {
        List<String> headings = record("support-bot")
                .lines()
                .filter(l -> l.startsWith("## ") || l.equals("### Consequences") || l.equals("### Confirmation"))
                .toList();
        assertEquals(
                List.of(
                        "## Context and Problem Statement",
                        "## Decision Drivers",
                        "## Considered Options",
                        "## Decision Outcome",
                        "### Consequences",
                        "### Confirmation",
                        "## Pros and Cons of the Options",
                        "## More Information"),
                headings);
    }

    @Test
    void theGuidesBandFitsTheSystem() {
        Plan plan = Samples.plan("support-bot").orElseThrow();
        Plan shared = plan.withItems(plan.items().stream()
                .map(i -> i.scope() == Scope.REQUEST ? i : i.withScope(Scope.SHARED))
                .toList());
        Plan busy = shared.withItems(
                shared.items().stream().map(i -> i.withChangesPerMonth(21)).toList());
        assertEquals(Optional.of(HitRateTarget.CUSTOMER_SUPPORT), guide(plan).band(), "most is shared documentation");
        Cases.Case tenants = Cases.get("thousands-of-tenants");
        Plan few = PlanField.TENANTS.with(tenants.plan(), 20);
        Plan own = few.withItem(0, few.items().get(0).withTokens(60_000));
        assertEquals(
                Optional.of(HitRateTarget.CUSTOMER_SUPPORT),
                guide(PlanField.TENANTS.with(own, 1), tenants.answers()).band());
        assertEquals(
                Optional.of(HitRateTarget.MULTI_TENANT),
                guide(own, tenants.answers()).band());
        Cases.Case repository = Cases.get("code-copilot");
        assertEquals(
                Optional.of(HitRateTarget.CODE_COPILOT),
                guide(repository.plan(), repository.answers()).band());
        assertEquals(Optional.of(HitRateTarget.CUSTOMER_SUPPORT), guide(shared).band());
        assertEquals(Optional.of(HitRateTarget.CODE_COPILOT), guide(busy).band());
        assertFalse(guide(shared).migrates());
        assertTrue(guide(shared.withToday(Design.FINE_TUNING)).migrates());
        assertTrue(guide(shared.withToday(Design.PROMPT_CACHING)).costDrop().isEmpty());
    }

    private static GuideTargets guide(Plan plan) {
        return guide(plan, SampleAnswers.of("support-bot").orElseThrow().answers());
    }

    private static GuideTargets guide(Plan plan, Answers answers) {
        return GuideTargets.of(Decision.of(plan, answers, Cases.BOOK));
    }

    @Test
    void strangeNamesStayInTheirCells() {
        Cases.Case one = Cases.get("docs-100k");
        Decision decision = Decision.of(
                one.plan()
                        .withName("A \"plan\" |<b>|\nof two lines")
                        .withItem(0, one.plan().items().get(0).withName("*|# [x](y)")),
                one.answers(),
                Cases.BOOK);
        String text = DecisionRecord.markdown(
                decision,
                List.of(),
                Cases.BOOK,
                new DecisionRecord.Details(
                        LocalDate.of(2026, 11, 23),
                        "accepted",
                        List.of("A \"B\" C"),
                        List.of(),
                        List.of("D"),
                        "a.steelyard",
                        "00"));
        assertTrue(text.startsWith("---\nstatus: \"accepted\"\ndate: 2026-11-23\ndecision-makers: [\"A \\\"B\\\" C\"]\n"
                + "informed: [\"D\"]\n---\n\n# Use Prompt caching"));
        assertTrue(text.contains("| \\*\\|\\# \\[x\\](y) | 100,000 |"), text);
    }
}
