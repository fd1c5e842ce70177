package app.steelyard.app.decide;

import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the answer on what stands first in today's prompt says of the order of a plan's items. */
final class AnsweredOrder {
    private static final Texts TEXTS = Texts.of(AnsweredOrder.class);
    /** What a clock or an id comes to, about. */
    private static final double SMALL = 20;

    private static final Set<String> DOCUMENTS = Set.of("facts", "policies", "prices", "documentation", "user-data");

    private AnsweredOrder() {}

    /** {@code plan} with it; as it is where it is in that order already, and where there is nothing to put first. */
    static Plan in(Plan plan, Answer given, Answers answers) {
        String first = given instanceof Answer.Word word ? word.word() : "";
        if (first.equals("changing")) {
            return plan.items().isEmpty() || plan.items().getFirst().scope() == Scope.REQUEST ? plan : withClock(plan);
        }
        Plan without = withoutClock(plan);
        return switch (first) {
            case "stable" -> stable(without);
            case "documents" ->
                put(
                        without,
                        i -> document(i, answers),
                        Comparator.comparingDouble(ContextItem::tokens).reversed());
            default -> without;
        };
    }

    private static Plan stable(Plan plan) {
        double rarest = plan.items().stream()
                .filter(AnsweredOrder::lasting)
                .filter(i -> i.scope() == Scope.SHARED)
                .mapToDouble(ContextItem::changesPerMonth)
                .min()
                .orElse(Double.NaN);
        return put(
                plan,
                i -> lasting(i) && i.scope() == Scope.SHARED && i.changesPerMonth() == rarest,
                Comparator.comparing(i -> i.kind() == Kind.INFORMATION));
    }

    private static boolean document(ContextItem item, Answers answers) {
        boolean told = answers.get(AnswerKey.ofItem(item.id(), "nature")).orElse(Answer.DONT_KNOW)
                        instanceof Answer.Word nature
                ? DOCUMENTS.contains(nature.word())
                : item.kind() == Kind.INFORMATION;
        return lasting(item) && told;
    }

    private static boolean lasting(ContextItem item) {
        return item.scope() != Scope.REQUEST && !item.growing().grows();
    }

    /** With one of {@code such} first: what is first already where it is one, else the least by {@code choice}. */
    private static Plan put(Plan plan, Predicate<ContextItem> such, Comparator<ContextItem> choice) {
        if (plan.items().isEmpty() || such.test(plan.items().getFirst())) {
            return plan;
        }
        Optional<ContextItem> first = plan.items().stream().filter(such).min(choice);
        return first.map(item -> before(plan.withoutItem(item.id()), item)).orElse(plan);
    }

    private static Plan withClock(Plan plan) {
        String name = TEXTS.get("answered.clock");
        String id = ContextItem.freeId(name, taken -> plan.item(taken).isPresent());
        return before(
                        plan,
                        new ContextItem(id, name, SMALL, Kind.INFORMATION, Scope.REQUEST, 0, Placement.PLAIN_PROMPT))
                .withSource(tokens(id), TEXTS.get("answered.order"));
    }

    private static Plan withoutClock(Plan plan) {
        Plan without = plan;
        for (ContextItem item : plan.items()) {
            String path = tokens(item.id());
            if (TEXTS.get("answered.order").equals(plan.sources().get(path))) {
                without = without.withoutItem(item.id()).withSource(path, "");
            }
        }
        return without;
    }

    private static String tokens(String id) {
        return new ItemNumber(id, ItemNumber.Kind.TOKENS).path();
    }

    private static Plan before(Plan plan, ContextItem first) {
        List<ContextItem> items = new ArrayList<>(plan.items());
        items.addFirst(first);
        return plan.withItems(items);
    }
}
