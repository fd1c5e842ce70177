package app.steelyard.app.usage;

import app.steelyard.app.plan.GapWords;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.Sessions;
import app.steelyard.pricing.PriceBook;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.SessionSums;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What the usage that was read says of single statements of a plan. */
public record LogSays(Optional<Plan> measured) {
    /** They speak for the log's own prompt, not for the items of another plan. */
    private static final Set<PlanField> OF_ITS_PROMPT =
            EnumSet.of(PlanField.MEASURED_HIT_RATE, PlanField.FIRST_TURN_HIT_RATE, PlanField.CACHE_MINIMUM_TOKENS);

    private static final String GAPS = "traffic.sessions.gaps";

    public static final LogSays NOTHING = new LogSays(Optional.empty());

    /**
     * What a plan could state instead of what it states.
     *
     * @param source where it comes from, as it is put beside it in a plan
     * @param use puts it and its source into a plan
     */
    public record Said(String text, String source, UnaryOperator<Plan> use) {}

    /** @param sessions the chains of requests that the usage is made of, as far as they are told */
    public static LogSays of(
            LedgerView usage, List<SessionSums> sessions, Selection selection, PricedModels prices, PriceBook book) {
        return new LogSays(MeasuredPlan.of(Optional.empty(), usage, sessions, selection, prices, book)
                .plan());
    }

    /** Empty where the log tells nothing of it, or what {@code plan} states already. */
    public Optional<Said> of(PlanNumber number, Plan plan) {
        return measured.flatMap(log -> switch (number) {
            case PlanField field when OF_ITS_PROMPT.contains(field) -> Optional.<Said>empty();
            case PlanField field when field == PlanField.GAP_MEDIAN -> gaps(plan);
            case PlanField field
            when field == PlanField.SESSIONS_PER_MONTH ->
                said(
                        field,
                        PlanField.REQUESTS_PER_MONTH.get(log)
                                / log.traffic().sessions().turns(),
                        PlanField.TURNS.path(),
                        plan);
            case PlanField field -> said(field, field.get(log), field.path(), plan);
            case ItemNumber ofItem
            when ofItem.kind() == ItemNumber.Kind.PER_TURN ->
                log.items().stream()
                        .filter(i -> i.growing().grows())
                        .map(ContextItem::id)
                        .findFirst()
                        .map(id -> new ItemNumber(id, ofItem.kind()))
                        .flatMap(own -> said(ofItem, own.get(log), own.path(), plan));
            case ItemNumber none -> Optional.<Said>empty();
            case ModelNumber none -> Optional.<Said>empty();
            case PlanNumber.PriceNumber none -> Optional.<Said>empty();
        });
    }

    /** What it says of the time between turns. */
    public Optional<Said> gaps(Plan plan) {
        return measured.flatMap(log -> {
            List<GapStep> gaps = log.traffic().sessions().measuredGaps();
            String source = log.sources().get(GAPS);
            Sessions sessions = plan.traffic().sessions();
            return source == null || gaps.isEmpty() || gaps.equals(sessions.measuredGaps())
                    ? Optional.empty()
                    : Optional.of(new Said(
                            GapWords.of(gaps),
                            source,
                            p -> p.withTraffic(p.traffic()
                                            .withSessions(p.traffic().sessions().withGaps(gaps)))
                                    .withSource(GAPS, source)));
        });
    }

    /** @param from whose source in the log's plan is that of {@code value} */
    private Optional<Said> said(PlanNumber number, double value, String from, Plan plan) {
        return measured.flatMap(log -> Optional.ofNullable(log.sources().get(from)))
                .filter(source -> value != number.get(plan))
                .map(source -> new Said(
                        plan.currency().of(value, number.unit()).brief(),
                        source,
                        p -> number.with(p, value).withSource(number.path(), source)));
    }
}
