package app.steelyard.app.plan;

import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A pasted table of items, one a line: its name, its tokens and, in any order, how often it changes, what kind it is, who
 * shares it and by how much it grows, as in {@code Price list, 6000, weekly} or {@code History, 500, grows 300 a turn}. Cells stand apart by tabs, semicolons or commas; a head is passed over.
 *
 * @param rows what can be read
 * @param problems one for each line that cannot, with its number among the lines and the name of the cell
 */
public record ItemTable(List<Row> rows, List<Problem> problems) {
    private static final Texts TEXTS = Texts.of(ItemTable.class);
    private static final int LONGEST = 2000;
    /** What stands in quotes is one cell. */
    private static final String UNQUOTED = "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
    /** A comma within 6,000 groups its digits. */
    private static final Pattern COMMA = Pattern.compile(",(?!(?<=(?<!\\d)\\d{1,3},)\\d{3}(?!\\d))" + UNQUOTED);

    /**
     * One item.
     *
     * @param tokens of one copy
     * @param changesPerMonth of one copy
     * @param perTurn tokens by which it grows; 0 for what does not
     */
    public record Row(String name, double tokens, double changesPerMonth, Kind kind, Scope scope, double perTurn) {
        /** One that stays as long as it is. */
        Row(String name, double tokens, double changesPerMonth, Kind kind, Scope scope) {
            this(name, tokens, changesPerMonth, kind, scope, 0);
        }

        private ContextItem item(String id) {
            ContextItem item = new ContextItem(
                    id,
                    name,
                    tokens,
                    kind,
                    scope,
                    changesPerMonth,
                    scope == Scope.REQUEST ? Placement.PLAIN_PROMPT : Placement.CACHED_PREFIX);
            return perTurn > 0 ? item.withGrowth(new Growth(perTurn, 0, null, 0)) : item;
        }
    }

    /** How often something changes, in changes a month of 730 hours, to the second digit. */
    private enum Rate {
        NEVER(0),
        HOURLY(730),
        DAILY(30.42),
        WEEKLY(4.35),
        MONTHLY(1),
        QUARTERLY(0.33),
        YEARLY(0.08);

        private final double perMonth;

        Rate(double perMonth) {
            this.perMonth = perMonth;
        }
    }

    /** Ends the reading of a line. */
    private static final class Unread extends Exception {
        private static final long serialVersionUID = 1;
        private final String cell;

        Unread(String cell, String reason) {
            super(reason, null, false, false);
            this.cell = cell;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    public ItemTable {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Reads it; what cannot be read is left out and told. */
    public static ItemTable of(String text, NumberReader numbers) {
        return of(text, numbers, Scope.SHARED);
    }

    /** @param usual who shares an item that does not say so */
    static ItemTable of(String text, NumberReader numbers, Scope usual) {
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        boolean first = true;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (line.isBlank()) {
                continue;
            }
            try {
                List<String> cells = cells(line);
                if (!first || !head(cells)) {
                    rows.add(row(cells, numbers, usual));
                }
            } catch (Unread e) {
                problems.add(new Problem("", at + 1L, 0, e.cell, e.reason()));
            }
            first = false;
        }
        return new ItemTable(rows, problems);
    }

    /** The plan with all of them: before what comes anew with each request, and what does so at the end. */
    public Plan into(Plan plan) {
        return into(plan, id -> false);
    }

    /**
     * The same.
     *
     * @param reserved whether an id is not to be given, though the plan has no item of it
     */
    public Plan into(Plan plan, Predicate<String> reserved) {
        List<ContextItem> items = new ArrayList<>(plan.items());
        for (Row row : rows) {
            String id = ContextItem.freeId(
                    row.name(), taken -> reserved.test(taken) || items.stream().anyMatch(i -> i.id().equals(taken)));
            boolean request = row.scope() == Scope.REQUEST;
            int at = items.size();
            while (!request && at > 0 && items.get(at - 1).scope() == Scope.REQUEST) {
                at--;
            }
            items.add(at, row.item(id));
        }
        return plan.withItems(items);
    }

    /** The lines that were not read, in words. */
    public List<String> unread() {
        return problems.stream()
                .map(p -> TEXTS.get("table.unread", p.line(), p.pointer(), p.reason()))
                .toList();
    }

    /** Those lines of {@code text}, which was read, as they stand in it. */
    public String rest(String text) {
        List<String> lines = text.lines().toList();
        return problems.stream().map(p -> lines.get((int) p.line() - 1)).collect(Collectors.joining("\n"));
    }

    private static List<String> cells(String line) throws Unread {
        if (line.length() > LONGEST) {
            throw unread("name", "table.long", LONGEST);
        }
        Pattern separator = line.indexOf('\t') >= 0
                ? Pattern.compile("\t" + UNQUOTED)
                : line.indexOf(';') >= 0 ? Pattern.compile(";" + UNQUOTED) : COMMA;
        return separator
                .splitAsStream(line)
                .map(String::strip)
                .map(c -> c.length() > 1 && c.startsWith("\"") && c.endsWith("\"")
                        ? c.substring(1, c.length() - 1).replace("\"\"", "\"").strip()
                        : c)
                .toList();
    }

    private static boolean head(List<String> cells) {
        return cells.stream().skip(1).anyMatch(c -> matches("table.head", c))
                && cells.stream().noneMatch(c -> c.chars().anyMatch(Character::isDigit));
    }

    private static Row row(List<String> cells, NumberReader numbers, Scope usual) throws Unread {
        String name = cells.isEmpty() ? "" : cells.getFirst();
        if (name.isEmpty()) {
            throw unread("name", "table.noName");
        }
        if (cells.size() < 2 || cells.get(1).isEmpty()) {
            throw unread("tokens", "table.noTokens");
        }
        double tokens = number(cells.get(1), "tokens", ItemNumber.Kind.TOKENS, numbers);
        Double changes = null;
        Kind kind = null;
        Scope scope = null;
        double perTurn = 0;
        Pattern grows = Pattern.compile(TEXTS.get("table.grows"));
        for (String cell : cells.subList(2, cells.size())) {
            Optional<Kind> readKind = constant("table.kind.", Kind.values(), cell);
            Optional<Scope> readScope = constant("table.scope.", Scope.values(), cell);
            Matcher growth = grows.matcher(cell.toLowerCase(Locale.ROOT));
            if (perTurn == 0 && growth.matches()) {
                perTurn = number(growth.group("count"), "grows", ItemNumber.Kind.PER_TURN, numbers);
            } else if (readKind.isPresent() && kind == null) {
                kind = readKind.get();
            } else if (readScope.isPresent() && scope == null) {
                scope = readScope.get();
            } else if (changes == null && !cell.isEmpty()) {
                changes = changes(cell, numbers);
            } else if (!cell.isEmpty()) {
                throw unread("more", "table.more", cell);
            }
        }
        if (perTurn > 0 && scope != null && scope != Scope.SESSION) {
            throw unread("grows", "table.growsAlone");
        }
        Scope shared = perTurn > 0 ? Scope.SESSION : scope == null ? usual : scope;
        return new Row(
                name,
                tokens,
                changes == null || shared == Scope.REQUEST ? 0 : changes,
                kind == null ? Kind.INFORMATION : kind,
                shared,
                perTurn);
    }

    /** A word, a number and a word, or a number of changes a month. */
    private static double changes(String cell, NumberReader numbers) throws Unread {
        for (Rate rate : Rate.values()) {
            Matcher matcher = Pattern.compile("(?<count>.*?)\\s*(?:" + TEXTS.get("table.rate." + rate) + ")")
                    .matcher(cell.toLowerCase(Locale.ROOT));
            if (matcher.matches()) {
                String count = matcher.group("count");
                return count.isEmpty()
                        ? rate.perMonth
                        : rate.perMonth * number(count, "changes", ItemNumber.Kind.CHANGES, numbers);
            }
        }
        if (cell.chars().noneMatch(Character::isDigit)) {
            throw unread("changes", "table.noRate", cell);
        }
        return number(cell, "changes", ItemNumber.Kind.CHANGES, numbers);
    }

    private static double number(String cell, String field, ItemNumber.Kind kind, NumberReader numbers) throws Unread {
        Unit unit = new ItemNumber("item", kind).unit();
        return switch (numbers.read(cell, unit)) {
            case NumberReader.Value(double value) -> {
                if (!PlanValidator.inside(new ItemNumber("item", kind), value)) {
                    throw unread(field, "table.outside", cell);
                }
                yield value;
            }
            case NumberReader.Problem(NumberReader.Fault fault, String sentence) ->
                throw new Unread(TEXTS.get("table.cell." + field), sentence);
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(String prefix, E[] values, String cell) {
        for (E value : values) {
            if (matches(prefix + value.name(), cell)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(String key, String cell) {
        return cell.toLowerCase(Locale.ROOT).matches(TEXTS.get(key));
    }

    private static Unread unread(String field, String key, Object... arguments) {
        return new Unread(TEXTS.get("table.cell." + field), TEXTS.get(key, arguments));
    }
}
