package app.steelyard.cost.column;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.ModelNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Sessions;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows of inputs that are looked at together, and the memory for what is made of them. Memory is given back as on a
 * stack, so that what was used last, and is still in the processor's cache, is used next. Not safe for several threads.
 */
public final class Block {
    private static final int MANY = 64;

    private final Column[] inputs;
    private final Memory memory;
    private final Map<Object, Object> remembered = new HashMap<>();
    private int rows;
    private @Nullable ArrivalColumns arrivals;
    private @Nullable LastUse lastUse;
    private @Nullable Conversations conversations;
    private Sessions sessions = Sessions.SINGLE;

    /** What columns are written into. */
    private static final class Memory {
        private final int capacity;
        private final List<double[]> taken = new ArrayList<>();
        private final List<double[]> keeping = new ArrayList<>();
        private int used;
        private int kept;

        Memory(int capacity) {
            this.capacity = capacity;
        }

        double[] take() {
            if (used == taken.size()) {
                taken.add(new double[capacity]);
            }
            return taken.get(used++);
        }

        double[] keep() {
            if (kept == keeping.size()) {
                keeping.add(new double[capacity]);
            }
            return keeping.get(kept++);
        }
    }

    public Block(int inputs, int capacity) {
        this.inputs = new Column[inputs];
        this.memory = new Memory(capacity);
        this.rows = capacity;
    }

    /** The same rows, their inputs to be changed. What does not depend on tokens is worked out once for both. */
    private Block(Block of) {
        this.inputs = of.inputs.clone();
        this.memory = of.memory;
        this.rows = of.rows;
        this.sessions = of.sessions;
        this.arrivals = of.arrivals();
        this.lastUse = of.lastUse();
    }

    /** A block of one plan. */
    public static Block of(double[] row) {
        Block block = new Block(row.length, 1);
        for (int i = 0; i < row.length; i++) {
            block.inputs[i] = Column.of(row[i]);
        }
        return block;
    }

    /** A block of one plan, with what it states in tables. */
    public static Block of(Plan plan) {
        return of(Inputs.of(plan)).of(plan.traffic().sessions());
    }

    /** With the size classes and measured gaps of these sessions, which are those of all rows. */
    public Block of(Sessions tables) {
        sessions = tables;
        return this;
    }

    /**
     * The same rows as {@code model} has them, if the plan says anything of its tokens: it makes more or fewer of the same
     * text, and answers shorter or longer. To be asked for before anything is released that was there then.
     */
    public Block on(Plan plan, @Nullable PriceRef model) {
        if (model == null || !speaksOfTokens(plan, model)) {
            return this;
        }
        Block own = new Block(this);
        Column factor = ofModel(plan, model, ModelNumber.Kind.TOKEN_FACTOR);
        Column times = factor.known().choose(factor, Column.ONE);
        for (int item = 0; item < plan.items().size(); item++) {
            for (ItemNumber.Kind kind : ItemNumber.Kind.values()) {
                if (kind.unit() == Unit.TOKENS) {
                    own.set(Inputs.item(item, kind), get(item, kind).times(times));
                }
            }
        }
        own.set(
                PlanField.RETRIEVED_TOKENS.ordinal(),
                get(PlanField.RETRIEVED_TOKENS).times(times));
        Column answer = ofModel(plan, model, ModelNumber.Kind.OUTPUT_TOKENS);
        Column thought = ofModel(plan, model, ModelNumber.Kind.REASONING_TOKENS);
        Column stated = answer.plus(thought.known().choose(thought, Column.ZERO));
        own.set(
                PlanField.OUTPUT_TOKENS.ordinal(),
                answer.known().choose(stated, get(PlanField.OUTPUT_TOKENS).times(times)));
        return own;
    }

    private boolean speaksOfTokens(Plan plan, PriceRef model) {
        return plan.stated(model).isPresent()
                && !(ofModel(plan, model, ModelNumber.Kind.TOKEN_FACTOR).known().isZero()
                        && ofModel(plan, model, ModelNumber.Kind.OUTPUT_TOKENS)
                                .known()
                                .isZero());
    }

    private Column ofModel(Plan plan, PriceRef model, ModelNumber.Kind kind) {
        return get(plan, new ModelNumber(model, kind));
    }

    /** A number that the plan states, of a model or of all. */
    public Column get(Plan plan, PlanNumber number) {
        int at = Inputs.index(plan, number);
        return at < 0 ? Column.of(Double.NaN) : inputs[at];
    }

    /** What all rows have in common of size classes and measured gaps; nothing else of it is of any row. */
    Sessions sessions() {
        return sessions;
    }

    /** Forgets everything. All inputs are to be set anew. */
    void restart(int rowCount) {
        rows = rowCount;
        memory.used = 0;
        memory.kept = 0;
        arrivals = null;
        lastUse = null;
        conversations = null;
        remembered.clear();
    }

    void set(int input, Column column) {
        inputs[input] = column;
    }

    public int rows() {
        return rows;
    }

    /** Whether there are so many rows that speed counts for more than the last digits of a hit rate of sessions. */
    boolean many() {
        return rows >= MANY;
    }

    /** An array for one number of each row, of any content. */
    public double[] take() {
        return memory.take();
    }

    /** To be handed to {@link #release} when all columns made from now on are done with. */
    public int mark() {
        return memory.used;
    }

    public void release(int mark) {
        memory.used = mark;
    }

    /** {@code column}, to last until {@link #restart} whatever is released. */
    public Column keep(Column column) {
        if (column.uniform()) {
            return column;
        }
        double[] copy = memory.keep();
        column.copyTo(copy, 0, rows);
        return Column.of(copy, this);
    }

    /** What was made of these rows once, by its key; its columns are to be kept. */
    @SuppressWarnings("unchecked") // A key stands for what is made with it.
    public <T> T kept(Object key, Supplier<T> made) {
        return (T) remembered.computeIfAbsent(key, k -> made.get());
    }

    public ArrivalColumns arrivals() {
        ArrivalColumns known = arrivals == null ? new ArrivalColumns(this) : arrivals;
        arrivals = known;
        return known;
    }

    public LastUse lastUse() {
        LastUse known = lastUse == null ? new LastUse(this) : lastUse;
        lastUse = known;
        return known;
    }

    public Conversations conversations() {
        Conversations known =
                conversations == null ? new Conversations(this, Inputs.items(inputs.length)) : conversations;
        conversations = known;
        return known;
    }

    public Column get(PlanField field) {
        return inputs[field.ordinal()];
    }

    public Column get(int item, ItemNumber.Kind kind) {
        return inputs[Inputs.item(item, kind)];
    }

    /** Of an item that grows, those of its first turn. */
    public Column tokens(int item) {
        return get(item, ItemNumber.Kind.TOKENS);
    }

    public Column changes(int item) {
        return get(item, ItemNumber.Kind.CHANGES);
    }

    /** How many distinct prefixes end at this scope. */
    public Column copies(Scope scope) {
        return switch (scope) {
            case SHARED -> Column.ONE;
            case TENANT -> get(PlanField.TENANTS);
            case USER -> get(PlanField.USERS).max(get(PlanField.TENANTS));
            case SESSION, REQUEST -> Column.of(Double.POSITIVE_INFINITY);
        };
    }
}
