package app.steelyard.app.plan;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to the five questions of a new plan. All that was not is filled in from systems of its kind and marked
 * as assumed.
 *
 * @param kind what the system does
 * @param shared for whom one copy of the prompt is: all, a tenant, or a user
 * @param numbers how often, and how many share it, as far as it was said
 * @param items with what, as a table of items; blank for the prompt of an example
 * @param model null for the usual one
 */
public record FirstAnswers(
        SystemKind kind,
        Scope shared,
        Map<PlanField, Double> numbers,
        String items,
        @Nullable PriceRef model) {
    /** Before anything is answered. */
    public static final FirstAnswers NONE = new FirstAnswers(SystemKind.SUPPORT_CHAT, Scope.SHARED, Map.of(), "", null);

    /** What may be asked how many there are of. */
    public static final List<PlanField> ASKED = List.of(
            PlanField.TENANTS,
            PlanField.USERS,
            PlanField.REQUESTS_PER_MONTH,
            PlanField.SESSIONS_PER_MONTH,
            PlanField.TURNS,
            PlanField.GAP_MEDIAN);

    private static final Texts TEXTS = Texts.of(FirstAnswers.class);
    /** Of an example that has several. */
    private static final double TENANTS = 50;

    public FirstAnswers {
        numbers = numbers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(numbers));
    }

    public FirstAnswers withKind(SystemKind value) {
        return new FirstAnswers(value, shared, numbers, items, model);
    }

    public FirstAnswers withShared(Scope value) {
        return new FirstAnswers(kind, value, numbers, items, model);
    }

    public FirstAnswers withItems(String value) {
        return new FirstAnswers(kind, shared, numbers, value, model);
    }

    public FirstAnswers withModel(@Nullable PriceRef value) {
        return new FirstAnswers(kind, shared, numbers, items, value);
    }

    /** @param value NaN for what was not said */
    public FirstAnswers with(PlanField field, double value) {
        Map<PlanField, Double> changed = new EnumMap<>(PlanField.class);
        changed.putAll(numbers);
        if (Double.isNaN(value)) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new FirstAnswers(kind, shared, changed, items, model);
    }

    /** The same kind of system with nothing said of it. */
    public FirstAnswers example() {
        return new FirstAnswers(kind, shared, Map.of(), "", model);
    }

    /** The numbers that are asked about this kind of system, in the order of the questions. */
    public List<PlanField> asked() {
        return ASKED.stream().filter(this::asks).toList();
    }

    private boolean asks(PlanField field) {
        return switch (field) {
            case TENANTS -> shared == Scope.TENANT;
            case USERS -> shared == Scope.USER;
            case REQUESTS_PER_MONTH -> !kind.conversations();
            case GAP_MEDIAN -> kind.conversations() && field.matters(plan(NewPlan.USUAL_MODEL, LocalDate.EPOCH));
            default -> kind.conversations();
        };
    }

    /** The table of items as it reads. */
    public ItemTable table() {
        return ItemTable.of(items, NumberReader.chosen(), shared);
    }

    /**
     * The plan that follows.
     *
     * @param book whose usual model it runs on where none is chosen
     * @param today the day whose prices apply
     * @throws Refusal if an item cannot be read, or the plan would make no sense
     */
    public Plan plan(PriceBook book, LocalDate today) {
        ItemTable table = table();
        Plan plan = plan(model == null ? NewPlan.model(book) : model, today);
        if (!table.problems().isEmpty()) {
            throw new Refusal(String.join("\n", table.unread()));
        }
        List<Problem> problems = PlanValidator.validate(plan);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return plan;
    }

    /** What stands in place of {@code field} while it is not answered; NaN for nothing. */
    public double instead(PlanField field) {
        return field.get(with(field, Double.NaN).plan(NewPlan.USUAL_MODEL, LocalDate.EPOCH));
    }

    private Plan plan(PriceRef on, LocalDate today) {
        Plan plan = NewPlan.of(on, today).withItems(List.of());
        plan = kind == SystemKind.OTHER ? plan : plan.withName(Names.of(kind));
        ItemTable own = table();
        boolean told = !own.rows().isEmpty();
        plan = (told ? own : ItemTable.of(kind.prompt(), NumberReader.plain(), shared)).into(plan);
        List<ContextItem> items = plan.items();
        Plan example = plan;
        plan = kind.preset().map(p -> TakenPreset.of(example, p, null).plan()).orElse(plan);
        plan = growing(plan, items);
        plan = (kind.conversations() ? PlanField.SESSIONS_PER_MONTH : PlanField.REQUESTS_PER_MONTH)
                .with(plan, kind.perMonth());
        plan = several(plan);
        plan = Assumed.all(plan, Names.of(kind));
        for (Map.Entry<PlanField, Double> number : numbers.entrySet()) {
            plan = Assumed.stated(plan, number.getKey(), number.getValue());
        }
        for (ContextItem item : told ? items : List.<ContextItem>of()) {
            plan = plan.withSource(new ItemNumber(item.id(), ItemNumber.Kind.TOKENS).path(), "");
            plan = item.growing().grows() ? plan.withSource(perTurn(item).path(), "") : plan;
            // That nothing was said of changes is no statement.
            plan = item.changesPerMonth() == 0
                    ? plan
                    : plan.withSource(new ItemNumber(item.id(), ItemNumber.Kind.CHANGES).path(), "");
        }
        return plan;
    }

    /** How an item grows that was told is not as in a conversation of its kind. */
    private static Plan growing(Plan plan, List<ContextItem> told) {
        Plan with = plan;
        for (ContextItem item : told) {
            if (item.growing().grows()) {
                PlanNumber tokens = new ItemNumber(item.id(), ItemNumber.Kind.TOKENS);
                with = RangeText.point(tokens.with(with, item.tokens()), tokens);
                with = RangeText.point(perTurn(item).with(with, item.growing().perTurn()), perTurn(item));
            }
        }
        return with;
    }

    private static PlanNumber perTurn(ContextItem item) {
        return new ItemNumber(item.id(), ItemNumber.Kind.PER_TURN);
    }

    /** What is assumed though no question asks for it: how the conversation grows, and how long an answer is. */
    public String also() {
        Plan plan = plan(NewPlan.USUAL_MODEL, LocalDate.EPOCH);
        String answer = shown(plan, PlanField.OUTPUT_TOKENS);
        ContextItem talk = plan.items().stream()
                .filter(i -> i.growing().grows())
                .findFirst()
                .orElse(null);
        if (talk == null) {
            return TEXTS.get("new.also", answer);
        }
        String rewritten = shown(plan, new ItemNumber(talk.id(), ItemNumber.Kind.REWRITTEN));
        return table().rows().stream().anyMatch(r -> r.perTurn() > 0)
                ? TEXTS.get("new.also.own", rewritten, talk.name(), answer)
                : TEXTS.get(
                        "new.also.conversation",
                        talk.name(),
                        shown(plan, new ItemNumber(talk.id(), ItemNumber.Kind.TOKENS)),
                        shown(plan, perTurn(talk)),
                        rewritten,
                        answer);
    }

    private static String shown(Plan plan, PlanNumber number) {
        return Typing.withUnit(plan.currency().of(number.get(plan), number.unit()));
    }

    /** Whoever has a prompt of their own is not alone. */
    private Plan several(Plan plan) {
        return shared == Scope.TENANT ? PlanField.TENANTS.with(plan, TENANTS) : plan;
    }
}
