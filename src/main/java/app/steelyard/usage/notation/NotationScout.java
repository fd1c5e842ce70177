package app.steelyard.usage.notation;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Records;
import app.steelyard.usage.input.TableRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out of all values of a file how it writes numbers and days. One value that can be read in one way only decides for
 * all; where there is none, a person is asked.
 */
public final class NotationScout implements Records<TableRow> {
    /** Of a hundred cells so many at least make a column one of numbers or days; others are mistakes. */
    private static final int MOST = 80;

    private static final Texts TEXTS = Texts.of(NotationScout.class);

    private final Wish wish;
    private final Predicate<String> looked;
    private final Predicate<String> counts;
    private final Map<String, Column> columns = new HashMap<>();

    /**
     * What a person says of it; null what is to be found out.
     *
     * @param numbers the sign before decimals
     * @param days what stands first in dates
     */
    public record Wish(
            @Nullable DecimalSign numbers, @Nullable DayOrder days) {
        public static final Wish NONE = new Wish(null, null);
    }

    /**
     * @param looked whether a column is looked at
     * @param counts whether it holds whole numbers, in which three digits behind a sign are thousands
     */
    public NotationScout(Wish wish, Predicate<String> looked, Predicate<String> counts) {
        this.wish = wish;
        this.looked = looked;
        this.counts = counts;
    }

    /** What was seen in one column. */
    private static final class Column {
        private final Map<NumberShape, String> shapes = new EnumMap<>(NumberShape.class);
        private long cells;
        private long numbers;
        private long days;
        /** Whether some number has more than digits, one point and an exponent. */
        private boolean grouped;

        private long dayFirst;
        private long monthFirst;
        private @Nullable String undecided;
        private @Nullable String anyDay;
        private final long[] earliest = {Long.MAX_VALUE, Long.MAX_VALUE};
        private final long[] latest = {Long.MIN_VALUE, Long.MIN_VALUE};

        void see(String cell) {
            cells++;
            if (!hasDigitFirst(cell)) {
                return;
            }
            NumberShape shape = NumberShape.of(cell);
            if (shape != NumberShape.NONE) {
                numbers++;
                shapes.putIfAbsent(shape, cell);
                grouped |= shape == NumberShape.POINT && !cell.equals(NumberShape.plain(cell, DecimalSign.POINT));
                return;
            }
            DayShape.of(cell).ifPresent(day -> {
                days++;
                anyDay = cell;
                dayFirst += day.isDayFirst() ? 1 : 0;
                monthFirst += day.isMonthFirst() ? 1 : 0;
                if (!day.isUndecided()) {
                    return;
                }
                undecided = undecided == null ? cell : undecided;
                for (DayOrder order : DayOrder.values()) {
                    long at = day.ordinal(order);
                    earliest[order.ordinal()] = Math.min(earliest[order.ordinal()], at);
                    latest[order.ordinal()] = Math.max(latest[order.ordinal()], at);
                }
            });
        }

        /** Names and texts are many, and told quickly. */
        private static boolean hasDigitFirst(String cell) {
            for (int i = 0; i < Math.min(2, cell.length()); i++) {
                if (cell.charAt(i) >= '0' && cell.charAt(i) <= '9') {
                    return true;
                }
            }
            return false;
        }

        boolean isOfNumbers() {
            return numbers > 0 && numbers * 100 >= cells * MOST;
        }

        boolean isOfDays() {
            return days > 0 && days * 100 >= cells * MOST;
        }

        /** Whether the numbers are to be rewritten where {@code sign} is the one before decimals. */
        boolean differs(DecimalSign sign) {
            return shapes.keySet().stream().anyMatch(s -> switch (s) {
                case NONE, PLAIN -> false;
                case POINT -> sign == DecimalSign.POINT && grouped;
                case POINT_OR_GROUP, POINT_OR_GROUP_OF_ZEROS -> sign == DecimalSign.COMMA;
                case SPACED, COMMA, COMMA_OR_GROUP, COMMA_OR_GROUP_OF_ZEROS -> true;
            });
        }

        long span(DayOrder order) {
            return latest[order.ordinal()] - earliest[order.ordinal()];
        }
    }

    /** Takes a cell into account. */
    public void see(String column, @Nullable String cell) {
        if (cell != null && !cell.isBlank() && looked.test(column)) {
            columns.computeIfAbsent(column, c -> new Column()).see(cell.strip());
        }
    }

    @Override
    public void record(long line, TableRow row) {
        see(row);
    }

    private void see(TableRow row) {
        row.columns().forEach((column, place) -> see(column, row.cells().get(place)));
    }

    @Override
    public void bad(long line, String pointer, String reason) {}

    @Override
    public void trouble(String text) {}

    /** Tells {@code rows} of all rows, and sees them on the way. */
    public Records<TableRow> seeing(Records<TableRow> rows) {
        return Records.made(rows, row -> {
            see(row);
            return row;
        });
    }

    /**
     * What follows from all that was seen.
     *
     * @param plainly whether points before decimals are the rule in such files, as where commas separate the columns
     * @param usual what stands first in the dates of such files, where that is known; null where it is not
     */
    public Notation decide(boolean plainly, @Nullable DayOrder usual) {
        Optional<String> undecided = Optional.empty();
        DecimalSign sign = wish.numbers;
        if (sign == null) {
            sign = sign();
            String example = sign == null ? example(plainly) : null;
            if (example != null) {
                undecided = Optional.of(TEXTS.get("notation.undecided.numbers", example));
            }
            sign = sign == null ? DecimalSign.POINT : sign;
        }
        DayOrder order = wish.days;
        if (order == null) {
            order = order(usual);
            String example = order == null ? undecidedDay() : null;
            if (example != null && undecided.isEmpty()) {
                undecided = Optional.of(TEXTS.get("notation.undecided.days", example));
            }
            order = order == null ? DayOrder.DAY_FIRST : order;
        }
        Set<String> numbers = new HashSet<>();
        Set<String> days = new HashSet<>();
        for (Map.Entry<String, Column> column : columns.entrySet()) {
            if (column.getValue().isOfNumbers() && column.getValue().differs(sign)) {
                numbers.add(column.getKey());
            }
            if (column.getValue().isOfDays()) {
                days.add(column.getKey());
            }
        }
        return new Notation(sign, numbers, order, days, undecided);
    }

    private boolean has(NumberShape shape) {
        return ofNumbers().anyMatch(c -> c.getValue().shapes.containsKey(shape));
    }

    private boolean isCounted(NumberShape shape) {
        return ofNumbers()
                .filter(c -> counts.test(c.getKey()))
                .anyMatch(c -> c.getValue().shapes.containsKey(shape));
    }

    private Stream<Map.Entry<String, Column>> ofNumbers() {
        return columns.entrySet().stream().filter(c -> c.getValue().isOfNumbers());
    }

    /** Null where nothing decides, or one value speaks against another. */
    private @Nullable DecimalSign sign() {
        // Nobody counts parts of a token.
        boolean point = has(NumberShape.POINT) || isCounted(NumberShape.COMMA_OR_GROUP);
        boolean comma = has(NumberShape.COMMA) || isCounted(NumberShape.POINT_OR_GROUP);
        return point == comma ? null : point ? DecimalSign.POINT : DecimalSign.COMMA;
    }

    /** A value that may be read in two ways; null where there is none. */
    private @Nullable String example(boolean plainly) {
        boolean both = has(NumberShape.POINT) && has(NumberShape.COMMA);
        return ofNumbers()
                .flatMap(c -> c.getValue().shapes.entrySet().stream())
                .filter(s -> switch (s.getKey()) {
                    case POINT_OR_GROUP -> both || !plainly;
                    case POINT_OR_GROUP_OF_ZEROS, COMMA_OR_GROUP, COMMA_OR_GROUP_OF_ZEROS -> true;
                    case POINT, COMMA -> both && !plainly;
                    default -> false;
                })
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private @Nullable DayOrder order(@Nullable DayOrder usual) {
        long dayFirst = ofDays().mapToLong(c -> c.dayFirst).sum();
        long monthFirst = ofDays().mapToLong(c -> c.monthFirst).sum();
        DayOrder shown =
                dayFirst > 0 == monthFirst > 0 ? null : dayFirst > 0 ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
        if (usual == null || shown == usual || dayFirst > 0 && monthFirst > 0) {
            return shown;
        }
        // What is usual holds, unless days that follow each other would then be months apart; few others are mistakes.
        long days = ofDays().mapToLong(c -> c.days).sum();
        DayOrder other = usual == DayOrder.DAY_FIRST ? DayOrder.MONTH_FIRST : DayOrder.DAY_FIRST;
        boolean near = ofDays().filter(c -> c.undecided != null).allMatch(c -> c.span(usual) <= c.span(other));
        return near && (dayFirst + monthFirst) * 100 <= days * (100 - MOST) ? usual : shown;
    }

    private @Nullable String undecidedDay() {
        return ofDays().map(c -> c.dayFirst + c.monthFirst > 0 ? c.anyDay : c.undecided)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Stream<Column> ofDays() {
        return columns.values().stream().filter(Column::isOfDays);
    }
}
