package app.steelyard.cli;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers of a plan as they are named on the command line: by their paths in the plan file. */
final class Fields {
    private static final int SUGGESTIONS = 3;

    private Fields() {}

    /** The number at {@code path}; a wrong one is answered with those that look alike and with all there are. */
    static PlanNumber of(Plan plan, String path) {
        return PlanNumber.at(plan, path.strip()).orElseThrow(() -> unknown(plan, path.strip()));
    }

    private static BadInput unknown(Plan plan, String path) {
        List<String> all = PlanNumber.of(plan).stream().map(PlanNumber::path).toList();
        String wanted = path.toLowerCase(Locale.ROOT);
        List<String> alike = all.stream()
                .filter(p -> unlike(wanted, p) <= Math.max(2, wanted.length() / 3))
                .sorted(Comparator.comparingInt(p -> unlike(wanted, p)))
                .limit(SUGGESTIONS)
                .toList();
        String list = all.stream().map(p -> "\n  " + p).collect(Collectors.joining());
        return new BadInput(
                alike.isEmpty()
                        ? Console.TEXTS.get("field.unknown", path, list)
                        : Console.TEXTS.get("field.unknown.alike", path, String.join(", ", alike), list));
    }

    /** How unlike the name is to the path, or to its last part alone if that is nearer. */
    private static int unlike(String wanted, String path) {
        String whole = path.toLowerCase(Locale.ROOT);
        String last = whole.substring(whole.lastIndexOf('.') + 1);
        return Math.min(edits(wanted, whole), edits(wanted, last));
    }

    /** Letters to add, leave out or replace to turn one word into the other. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
