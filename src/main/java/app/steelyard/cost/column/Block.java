package app.steelyard.cost.column;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.Sessions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of inputs that are looked at together, and the memory for what is made of them. Memory is given back as on a
 * stack, so that what was used last, and is still in the processor's cache, is used next. Not safe for several threads.
 */
public final class Block {
    private static final int MANY = 64;

    private final Column[] inputs;
    private final int capacity;
    private final List<double[]> memory = new ArrayList<>();
    private final List<double[]> memoryKept = new ArrayList<>();
    private int used;
    private int kept;
    private int rows;
    private @Nullable ArrivalColumns arrivals;
    private @Nullable LastUse lastUse;
    private @Nullable Conversations conversations;
    private Sessions sessions = Sessions.SINGLE;

    public Block(int inputs, int capacity) {
        this.inputs = new Column[inputs];
        this.capacity = capacity;
        this.rows = capacity;
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

    /** What all rows have in common of size classes and measured gaps; nothing else of it is of any row. */
    Sessions sessions() {
        return sessions;
    }

    /** Forgets everything. All inputs are to be set anew. */
    void restart(int rowCount) {
        rows = rowCount;
        used = 0;
        kept = 0;
        arrivals = null;
        lastUse = null;
        conversations = null;
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
        if (used == memory.size()) {
            memory.add(new double[capacity]);
        }
        return memory.get(used++);
    }

    /** To be handed to {@link #release} when all columns made from now on are done with. */
    public int mark() {
        return used;
    }

    public void release(int mark) {
        used = mark;
    }

    /** {@code column}, to last until {@link #restart} whatever is released. */
    public Column keep(Column column) {
        if (column.uniform()) {
            return column;
        }
        if (kept == memoryKept.size()) {
            memoryKept.add(new double[capacity]);
        }
        double[] copy = memoryKept.get(kept++);
        column.copyTo(copy, 0, rows);
        return Column.of(copy, this);
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
