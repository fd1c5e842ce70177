package app.steelyard.app.plan;

import app.steelyard.document.PlanFile;
import app.steelyard.document.Preset;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.Range;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Outcome;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan that has taken the traffic and the conversation of a preset, or its success and failures, and no other part of the
 * prompt.
 *
 * @param changes all that is not as it was, in the order of the plan's items and numbers
 * @param added the conversation, where the plan had none
 */
public record TakenPreset(Plan plan, Preset preset, List<Change> changes, Optional<ContextItem> added) {
    private static final Texts TEXTS = Texts.of(TakenPreset.class);
    private static final String CONVERSATION = "conversation";

    /**
     * A number that is not as it was.
     *
     * @param before as people read it; empty of an item that is new
     * @param after as people read it, with its range where it has one
     * @param source empty where it follows from other numbers
     */
    public record Change(String label, String path, String before, String after, String source) {}

    public TakenPreset {
        changes = List.copyOf(changes);
    }

    /**
     * Takes it.
     *
     * @param sessions a month; null to keep the requests as many as they are
     */
    public static TakenPreset of(Plan plan, Preset preset, @Nullable Double sessions) {
        Map<PlanNumber, Preset.Value> stated = new LinkedHashMap<>(preset.traffic());
        if (preset.outcome()) {
            return outcome(plan, preset, stated);
        }
        Traffic traffic = plan.traffic();
        // What was measured or told apart belongs to other sessions.
        Sessions alike = traffic.sessions().withClasses(List.of()).withGaps(List.of());
        Plan with = PlanField.REQUESTS_PER_MONTH.with(
                plan.withTraffic(traffic.withSessions(alike)), traffic.requestsPerMonth());
        Optional<ContextItem> added = Optional.empty();
        if (!preset.conversation().isEmpty()) {
            added = conversation(plan).isPresent() ? Optional.empty() : Optional.of(newConversation(plan));
            ContextItem item = added.orElseGet(() -> conversation(plan).orElseThrow());
            with = added.isPresent() ? with.withItems(placed(plan.items(), item)) : ofOneSession(with, item);
            with = ended(with, item, preset);
            preset.conversation().forEach((kind, value) -> stated.put(new ItemNumber(item.id(), kind), value));
        }
        for (Map.Entry<PlanNumber, Preset.Value> number : stated.entrySet()) {
            with = with(with, number.getKey(), number.getValue(), preset);
        }
        // What a preset says of a system of which nothing is known is no statement about it.
        with = Assumed.throughout(plan) ? Assumed.all(with, preset.name()) : with;
        with = sessions == null ? with : Assumed.stated(with, PlanField.SESSIONS_PER_MONTH, sessions);
        return new TakenPreset(with, preset, changes(plan, with, stated, added), added);
    }

    /** What another outcome said is gone, and amounts are in the plan's currency; without its rate they are left out. */
    private static TakenPreset outcome(Plan plan, Preset preset, Map<PlanNumber, Preset.Value> stated) {
        Plan with = plan.withOutcome(Outcome.UNKNOWN);
        for (PlanField field : PlanField.values()) {
            if (field.path().startsWith("outcome.")) {
                with = RangeText.point(with, field).withSource(field.path(), "");
            }
        }
        ExchangeRate exchange = plan.finance().exchangeRate();
        double rate = plan.currency().equals(Currency.USD) ? 1 : exchange == null ? Double.NaN : exchange.perUsd();
        for (Map.Entry<PlanNumber, Preset.Value> number : stated.entrySet()) {
            boolean money = number.getKey().unit() == Unit.MONEY;
            // Without a rate nobody knows what it is in the plan's currency.
            if (money && Double.isNaN(rate)) {
                continue;
            }
            with = with(with, number.getKey(), money ? number.getValue().times(rate) : number.getValue(), preset);
        }
        return new TakenPreset(with, preset, changes(plan, with, stated, Optional.empty()), Optional.empty());
    }

    /**
     * Takes it into the plan of a file.
     *
     * @param fresh the plan to begin with where there is no such file
     * @param dry whether the file is left as it is
     * @throws Refusal if the file cannot be read or written, or the plan would make no sense; it is then as it was
     */
    public static TakenPreset into(Path file, Plan fresh, Preset preset, @Nullable Double sessions, boolean dry) {
        PlanFile opened = Files.exists(file) ? PlanFile.open(file) : null;
        TakenPreset taken = of(opened == null ? fresh : opened.plan(), preset, sessions);
        List<Problem> problems = PlanValidator.validate(taken.plan());
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        if (!dry) {
            PlanFile.save(file, taken.plan(), opened);
        }
        return taken;
    }

    /** What grows already, or goes by the name of it. */
    private static Optional<ContextItem> conversation(Plan plan) {
        return plan.items().stream()
                .filter(i -> i.growth() != null)
                .findFirst()
                .or(() -> plan.items().stream()
                        .filter(i -> i.id().equals(CONVERSATION))
                        .findFirst());
    }

    private static ContextItem newConversation(Plan plan) {
        return new ContextItem(
                ContextItem.freeId(CONVERSATION, id -> plan.items().stream().anyMatch(i -> i.id().equals(id))),
                TEXTS.get("preset.conversation"),
                0,
                Kind.INFORMATION,
                Scope.SESSION,
                0,
                Placement.CACHED_PREFIX);
    }

    /** What is new with each request and stands at the end is asked after the conversation. */
    private static List<ContextItem> placed(List<ContextItem> items, ContextItem item) {
        int at = items.size();
        while (at > 0 && items.get(at - 1).scope() == Scope.REQUEST) {
            at--;
        }
        List<ContextItem> longer = new ArrayList<>(items);
        longer.add(at, item);
        return longer;
    }

    private static Plan ofOneSession(Plan plan, ContextItem item) {
        return plan.withItem(plan.items().indexOf(item), item.withScope(Scope.SESSION));
    }

    /** An end that was said of another conversation goes. */
    private static Plan ended(Plan plan, ContextItem item, Preset preset) {
        ItemNumber end = new ItemNumber(item.id(), ItemNumber.Kind.END);
        return preset.conversation().containsKey(ItemNumber.Kind.END)
                ? plan
                : RangeText.point(end.with(plan, Double.NaN), end).withSource(end.path(), "");
    }

    /** A range stays one of the preset when another number is stated within it. */
    private static Plan with(Plan plan, PlanNumber number, Preset.Value stated, Preset preset) {
        Double low = stated.low();
        Double high = stated.high();
        RangeText.Reading reading = low == null || high == null
                ? new RangeText.Point(stated.value())
                : new RangeText.Ranged(stated.value(), low, high, Distribution.PERT);
        Plan with = RangeText.apply(plan, number, reading).withSource(number.path(), stated.source());
        return reading instanceof RangeText.Ranged ? Assumed.range(with, number, preset.name()) : with;
    }

    private static List<Change> changes(
            Plan before, Plan after, Map<PlanNumber, Preset.Value> stated, Optional<ContextItem> added) {
        List<Change> changes = new ArrayList<>();
        for (ContextItem item : after.items()) {
            before.items().stream()
                    .filter(old -> old.id().equals(item.id()) && old.scope() != item.scope())
                    .forEach(old -> changes.add(new Change(
                            TEXTS.get("preset.scope", item.name()),
                            "items." + item.id() + ".scope",
                            Names.of(old.scope()),
                            Names.of(item.scope()),
                            "")));
        }
        for (PlanNumber number : PlanNumber.of(after)) {
            boolean isNew = added.filter(
                            i -> number instanceof ItemNumber of && of.item().equals(i.id()))
                    .isPresent();
            Preset.Value value = stated.get(number);
            String was = isNew ? "" : shown(before, number);
            String is = shown(after, number);
            if (isNew ? value != null : !was.equals(is)) {
                changes.add(new Change(
                        NumberLabels.of(after, number), number.path(), was, is, value == null ? "" : value.source()));
            }
        }
        return changes;
    }

    /** A number as people read it, with its range where it has one. */
    static String shown(Plan plan, PlanNumber number) {
        String value = NumberLabels.value(plan, number, number.get(plan));
        Optional<Range> range = plan.whatIf().range(number.path());
        return range.map(r -> RangeWords.of(value, r, end -> NumberLabels.value(plan, number, end)))
                .orElse(value);
    }
}
