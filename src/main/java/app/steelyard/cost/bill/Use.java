package app.steelyard.cost.bill;

import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.result.LineKind;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.bill.Fees;
import app.steelyard.pricing.FeePrice;
import app.steelyard.pricing.kind.Fee;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is paid by its use, beside tokens. */
public enum Use {
    WEB_SEARCH(Fee.WEB_SEARCH, LineKind.WEB_SEARCH, PlanField.WEB_SEARCHES, PlanField.WEB_SEARCH_PRICE),
    GROUNDING(Fee.GROUNDING, LineKind.GROUNDING, PlanField.GROUNDINGS, PlanField.GROUNDING_PRICE),
    FILE_SEARCH(Fee.FILE_SEARCH, LineKind.FILE_SEARCH, PlanField.FILE_SEARCHES, PlanField.FILE_SEARCH_PRICE),
    /** Of others' tools, which no vendor of models lists. */
    TOOL_CALL(null, LineKind.TOOL_CALL, PlanField.TOOL_CALLS, PlanField.TOOL_CALL_PRICE),
    CODE_SESSION(Fee.CODE_EXECUTION, LineKind.CODE_SESSION, PlanField.CODE_SESSIONS, PlanField.CODE_SESSION_PRICE),
    CONTAINER(Fee.CONTAINER, LineKind.CONTAINER, PlanField.CONTAINERS, PlanField.CONTAINER_PRICE);

    private static final Map<LineKind, Use> BY_LINE = Stream.of(values()).collect(Collectors.toMap(Use::line, u -> u));

    private final @Nullable Fee fee;
    private final LineKind line;
    private final PlanField count;
    private final PlanField price;

    Use(@Nullable Fee fee, LineKind line, PlanField count, PlanField price) {
        this.fee = fee;
        this.line = line;
        this.count = count;
        this.price = price;
    }

    /** What price lists call it; null where none has it. */
    public @Nullable Fee fee() {
        return fee;
    }

    public LineKind line() {
        return line;
    }

    /** How often, a request or a session. */
    public PlanField count() {
        return count;
    }

    /** What the plan says that it costs. */
    public PlanField price() {
        return price;
    }

    /** Whether it is counted by session, and not by request. */
    public boolean perSession() {
        return this == CODE_SESSION || this == CONTAINER;
    }

    /** Those of which {@code plan} says how often. */
    public static List<Use> stated(Plan plan) {
        return plan.traffic().fees().equals(Fees.NONE)
                ? List.of()
                : Stream.of(values())
                        .filter(u -> !Double.isNaN(u.count.get(plan)))
                        .toList();
    }

    /** The use of that line; empty where it is no such line. */
    public static Optional<Use> of(LineKind line) {
        return Optional.ofNullable(BY_LINE.get(line));
    }

    /**
     * What of a month's use is paid.
     *
     * @param sent requests of the month, retries counted
     * @param free how many cost nothing at the listed price
     */
    public Column billed(Block x, Column sent, double free) {
        Column stated = x.get(count);
        Column times = stated.known().choose(stated, Column.ZERO);
        Column used = times.times(perSession() ? sent.over(x.get(PlanField.TURNS)) : sent);
        // At a price that the plan states nothing is free.
        Column listed = x.get(price).known().not();
        return free == 0 ? used : used.minus(listed.times(free)).max(Column.ZERO);
    }

    /** A listed price in the unit of its line. */
    public BigDecimal listed(FeePrice listed) {
        return listed.price()
                .value()
                .multiply(BigDecimal.valueOf((long) line.unit().scale()))
                .divide(BigDecimal.valueOf(listed.per().units()))
                .stripTrailingZeros();
    }
}
