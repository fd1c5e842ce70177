package app.steelyard.cost.engine;

import app.steelyard.cost.bill.Shares;
import app.steelyard.cost.column.ArrivalColumns;
import app.steelyard.cost.column.Block;
import app.steelyard.cost.column.Column;
import app.steelyard.cost.column.Reuse;
import app.steelyard.cost.column.Survival;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The cached prefix of one architecture in a span of equal prices, and its hit rates at any traffic. */
final class Prefix {
    private final Block x;
    private final Epoch epoch;
    private final List<Part> parts;
    /** By position. */
    private final Reuse[] reuse;
    /** By position: 1 where the prefix up to its end is long enough to be found alone, and has a breakpoint. */
    private final Column[] boundary;
    /** The hit rate that was measured of all that is cached; NaN where none was. */
    private final Column measured;

    /**
     * What stands at one position of the prompt.
     *
     * @param item index in the plan
     * @param grows whether it is longer with each turn
     * @param ownChanges a month
     * @param tokens of a request, on average over the turns
     * @param size tokens inside the cached prefix
     * @param earlier tokens that the turn before sent of it, on average over turns that have one before
     */
    record Part(int item, Scope scope, boolean grows, Column tokens, Column ownChanges, Column size, Column earlier) {

        Part withSize(Column value) {
            return new Part(item, scope, grows, tokens, ownChanges, value, earlier);
        }

        /** Tokens inside the prefix that are read where it is found; all of what does not grow. */
        Column repeated() {
            return tokens == earlier ? size : size.times(earlier).over(tokens.max(Column.ONE));
        }
    }

    Prefix(Block x, Epoch epoch, List<Part> parts, Column minimum, Column measured) {
        this.x = x;
        this.epoch = epoch;
        this.parts = parts;
        this.measured = measured;
        reuse = new Reuse[parts.size()];
        boundary = new Column[parts.size()];
        ArrivalColumns arrivals = x.arrivals();
        Scope narrowest = Scope.SHARED;
        Column changed = Column.ZERO;
        Column length = Column.ZERO;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            changed = arrivals.changes(changed, part.ownChanges());
            narrowest = part.scope().compareTo(narrowest) > 0 ? part.scope() : narrowest;
            reuse[p] = reuse(x, epoch, narrowest, changed, part.grows() ? lookedBackOver(x, epoch) : Column.ONE);
            if (part.grows()) {
                // It pushes what stands behind it to another place with every turn.
                narrowest = Scope.REQUEST;
            }
            length = length.plus(part.size());
            boundary[p] =
                    length.exceeds(Column.ZERO).times(minimum.exceeds(length).not());
        }
    }

    /** What the hit rate of a prefix follows from that ends at {@code scope} and changes so often per hour. */
    static Reuse reuse(Block x, Epoch epoch, Scope scope, Column changes) {
        return reuse(x, epoch, scope, changes, Column.ONE);
    }

    /** @param reaches 1 where an earlier end of the prefix is looked for far enough back */
    private static Reuse reuse(Block x, Epoch epoch, Scope scope, Column changes, Column reaches) {
        boolean shared = scope.compareTo(Scope.SESSION) < 0;
        return new Reuse(
                x.arrivals().levels(scope),
                changes,
                epoch.survival(),
                pings(x, epoch),
                epoch.prewarmed() && shared ? Reuse.Of.PREWARMED : Reuse.Of.ALL,
                epoch.keyLimit(),
                readDelay(x, epoch),
                effectiveness(x, epoch).times(reaches),
                x.get(PlanField.MODEL_HIT_RATE),
                shared
                        ? new Reuse.FirstTurns(x.get(PlanField.FIRST_TURN_HIT_RATE), epoch.firstTurns())
                        : Reuse.FirstTurns.DERIVED,
                Shares.of(x, epoch.ways()).caches());
    }

    /** Pings at most after the last use; none where they do not renew a lifetime. */
    static Column pings(Block x, Epoch epoch) {
        Survival survival = epoch.survival();
        return survival == null || !survival.renewed() || epoch.object()
                ? Column.ZERO
                : x.get(PlanField.KEEP_ALIVE_PINGS).map(Math::rint);
    }

    /** Whether a later request can find the part at {@code position}. */
    boolean comesBack(int position) {
        List<Reuse.Level> levels = reuse[position].levels();
        return levels.isEmpty() || !levels.get(0).pace().isZero();
    }

    /** The position of the last part that a later request can find; −1 for none. */
    private int lastKept() {
        int last = -1;
        for (int p = 0; p < parts.size(); p++) {
            last = comesBack(p) ? p : last;
        }
        return last;
    }

    /**
     * What keeps the prefix alive: a ping reads it up to the last part that comes back.
     *
     * @param reads what a ping costs for the part of a position
     */
    Demand.KeepAlive keepAlive(IntFunction<Bill> reads) {
        Column pings = pings(x, epoch);
        Column counts = pings.times(measured.known().not());
        int last = lastKept();
        if (counts.isZero() || last < 0 || !epoch.cached()) {
            return Demand.KeepAlive.NONE;
        }
        Reuse narrowest = reuse[last];
        boolean ofSession = narrowest.levels().isEmpty();
        Column comesBack = ofSession ? x.get(PlanField.TURNS).exceeds(Column.ONE) : Column.ONE;
        // Chains that start together are followed by one ping.
        Column of = comesBack
                .times(narrowest.effectiveness().exceeds(Column.ZERO))
                .over(ofSession ? Column.ONE : x.get(PlanField.PARALLEL));
        double every = Objects.requireNonNull(epoch.survival()).pingHours();
        List<Reuse> after = new ArrayList<>();
        List<Column> sent = new ArrayList<>();
        for (int ping = 1; !counts.exceeds(Column.of(ping - 0.5)).isZero(); ping++) {
            after.add(narrowest.within(ping * every));
            sent.add(counts.exceeds(Column.of(ping - 0.5)).times(of));
        }
        Bill[] each = new Bill[last + 1];
        Arrays.setAll(each, reads);
        return new Demand.KeepAlive(after, sent, each);
    }

    /** How many parts, from the first one on, a request holds that goes before those that start side by side. */
    private int prewarmed() {
        int count = 0;
        while (epoch.prewarmed() && count < parts.size() && reuse[count].of() == Reuse.Of.PREWARMED) {
            count++;
        }
        return count;
    }

    /** Requests that go before others, for each request; 0 where the hit rate was measured. */
    private Column stubs() {
        return measured.known().not().over(x.get(PlanField.TURNS).times(x.get(PlanField.PARALLEL)));
    }

    /**
     * By position: requests of several months that go before others and find the part, or do not; none beyond the parts that
     * they hold.
     *
     * @param sent requests of these months
     * @param alone how many first requests of sessions do not find the prefix of that {@link Reuse}
     */
    Stubs[] stubs(Column sent, Function<Reuse, Column> alone) {
        Stubs[] of = new Stubs[prewarmed()];
        if (of.length > 0) {
            Column[] missed = misses(sent, r -> alone.apply(r.first()));
            Column share = stubs();
            Arrays.setAll(of, p -> new Stubs(sent.minus(missed[p]).times(share), missed[p].times(share)));
        }
        return of;
    }

    /** Requests that go before others, and find what they look for or write it. */
    record Stubs(Column hit, Column missed) {}

    /** 1 where the vendor looks back over all that a turn adds. */
    private static Column lookedBackOver(Block x, Epoch epoch) {
        return x.get(PlanField.BLOCKS_PER_TURN)
                .exceeds(Column.of(epoch.lookBack()))
                .not();
    }

    /** Hours until what was written can be read. */
    static Column readDelay(Block x, Epoch epoch) {
        Column own = x.get(PlanField.READ_DELAY);
        return own.known().choose(own.times(1 / 3600.0), Column.of(epoch.readDelay()));
    }

    /** What the vendor's cache finds of what it should find, 0 to 1. */
    static Column effectiveness(Block x, Epoch epoch) {
        Column own = x.get(PlanField.EFFECTIVENESS);
        return own.known().choose(own, Column.of(epoch.effectiveness()));
    }

    private Prefix(Block x, Epoch epoch, List<Part> parts, Reuse[] reuse, Column[] boundary, Column measured) {
        this.x = x;
        this.epoch = epoch;
        this.parts = parts;
        this.reuse = reuse;
        this.boundary = boundary;
        this.measured = measured;
    }

    /** Whether the hit rate of the row is one that was measured on such a design. */
    boolean isMeasured() {
        return !Double.isNaN(measured.value());
    }

    /** In the order of the prompt. */
    List<Part> parts() {
        return parts;
    }

    /** How many distinct prefixes there are; 1 where nothing is to be cached. */
    Column copies() {
        return parts.isEmpty()
                ? Column.ONE
                : x.copies(parts.stream()
                        .map(Part::scope)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** What the hit rate of the part at {@code position}, were it looked for alone, follows from. */
    Reuse reuse(int position) {
        return reuse[position];
    }

    /**
     * By position: the probability that a request finds the part in the cache.
     *
     * @param sent requests in a month, retries counted
     */
    Column[] hits(Column sent) {
        return spread(p -> reuse[p].hitRate(x, sent), Column.ONE, Column.ZERO);
    }

    /** The same of the first turns of sessions alone; a short request that goes before them writes what they look for. */
    Column[] firstHits(Column sent) {
        return spread(
                p -> reuse[p].of() == Reuse.Of.PREWARMED
                        ? reuse[p].effectiveness()
                        : reuse[p].first().hitRate(x, sent),
                Column.ONE,
                Column.ZERO);
    }

    /**
     * With as many breakpoints as the vendor grants, where they cost least.
     *
     * @param sent requests in the month for which they are set, retries counted
     * @param prompt input tokens of a request
     * @param prices at a number of cached tokens
     */
    Prefix withBreakpoints(Column sent, Column prompt, Function<Column, Breakpoints.Prices> prices) {
        if (!epoch.cached() || epoch.object() || parts.size() <= epoch.breakpoints()) {
            return this;
        }
        Column[] alone = new Column[parts.size()];
        Arrays.setAll(alone, p -> boundary[p].isZero() ? Column.ZERO : reuse[p].hitRate(x, sent));
        Breakpoints.Choice choice = Breakpoints.choose(x, epoch.breakpoints(), parts, prompt, boundary, alone, prices);
        // A measured rate is that of all that is placed in the cache.
        Column known = measured.known();
        List<Part> cut = new ArrayList<>();
        Column[] ends = new Column[parts.size()];
        for (int p = 0; p < ends.length; p++) {
            Part part = parts.get(p);
            cut.add(part.withSize(known.choose(part.size(), part.size().times(choice.cached()[p]))));
            ends[p] = known.choose(boundary[p], choice.ends()[p]);
        }
        return new Prefix(x, epoch, cut, reuse, ends, measured);
    }

    /**
     * By position: how many requests of several months do not find the part in the cache.
     *
     * @param sent requests of these months
     * @param alone how many do not find the prefix of that {@link Reuse}
     */
    Column[] misses(Column sent, Function<Reuse, Column> alone) {
        return spread(p -> alone.apply(reuse[p]), Column.ZERO, sent);
    }

    /**
     * Something that goes with the hit rate, by position.
     *
     * @param alone what it is at a part that is found alone; what is not shares the fate of the part after it
     * @param always what it is where all requests hit
     * @param never what it is where none does
     */
    private Column[] spread(IntFunction<Column> alone, Column always, Column never) {
        Column[] spread = new Column[parts.size()];
        if (!epoch.cached() || epoch.object()) {
            Arrays.fill(spread, epoch.object() ? always : never);
            return spread;
        }
        Column known = measured.known();
        Column asMeasured = known.isZero() ? never : always.times(measured).plus(never.times(measured.not()));
        Column shared = never;
        for (int p = spread.length - 1; p >= 0; p--) {
            if (!known.isOne() && !boundary[p].isZero()) {
                shared = boundary[p].choose(alone.apply(p), shared);
            }
            spread[p] = known.choose(asMeasured, shared);
        }
        return spread;
    }
}
