package app.steelyard.usage.input;

import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns a table has, by the statement that made it, which is all that a SQLite database keeps of it. */
final class SqliteSchema {
    private static final Set<String> CONSTRAINTS = Set.of("constraint", "primary", "unique", "check", "foreign");
    private static final Pattern NAME = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")*)\"|`([^`]*)`|\\[([^]]*)]|'([^']*)'|([^\\s\"`\\[']+))(.*)", Pattern.DOTALL);
    private static final Pattern ROW_ID =
            Pattern.compile("\\s*integer\\s+primary\\s+key(?!\\s+desc).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COMPUTED =
            Pattern.compile("\\bas\\s*\\((?!.*\\bstored\\b)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NO_ROW_ID =
            Pattern.compile(".*\\)[^)]*\\bwithout\\s+rowid\\b[^)]*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * A column that is stored.
     *
     * @param name in lower case
     * @param isRowId whether it stands for the number of the row
     */
    record Column(String name, boolean isRowId) {}

    private SqliteSchema() {}

    /** Whether its rows lie otherwise than those of other tables. */
    static boolean isWithoutRowId(String statement) {
        return NO_ROW_ID.matcher(statement).matches();
    }

    /** In their order; empty where the statement is none that makes a table. */
    static List<Column> columns(String statement) {
        List<Column> columns = new ArrayList<>();
        for (String part : parts(statement)) {
            Matcher named = NAME.matcher(part);
            if (named.matches()) {
                String bare = named.group(5);
                String rest = named.group(6);
                if ((bare == null || !CONSTRAINTS.contains(bare.toLowerCase(Texts.LOCALE)))
                        && !COMPUTED.matcher(rest).find()) {
                    columns.add(new Column(
                            name(named).toLowerCase(Texts.LOCALE),
                            ROW_ID.matcher(rest).matches()));
                }
            }
        }
        return columns;
    }

    private static String name(Matcher named) {
        for (int group = 1; group <= 5; group++) {
            if (named.group(group) != null) {
                return named.group(group).replace("\"\"", "\"");
            }
        }
        return "";
    }

    /** What stands between the commas of the outermost brackets, without comments. */
    private static List<String> parts(String statement) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        int at = 0;
        while (at < statement.length()) {
            char c = statement.charAt(at);
            int next = end(statement, at, c);
            if (next > at + 1) {
                part.append(c == '-' || c == '/' ? " " : statement.substring(at, next));
            } else if (c == ',' && depth == 1) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (c == '(' && depth++ == 0) {
                part.setLength(0);
            } else if (c == ')' && --depth == 0) {
                parts.add(part.toString());
                return parts;
            } else {
                part.append(c);
            }
            at = next;
        }
        return parts;
    }

    /** Where what begins at {@code at} ends: a name or text in quotation marks, a comment, or one sign. */
    private static int end(String statement, int at, char c) {
        String close = switch (c) {
            case '"', '\'', '`' -> String.valueOf(c);
            case '[' -> "]";
            case '-' -> statement.startsWith("--", at) ? "\n" : "";
            case '/' -> statement.startsWith("/*", at) ? "*/" : "";
            default -> "";
        };
        if (close.isEmpty()) {
            return at + 1;
        }
        int end = statement.indexOf(close, at + 1);
        return end < 0 ? statement.length() : end + close.length();
    }
}
