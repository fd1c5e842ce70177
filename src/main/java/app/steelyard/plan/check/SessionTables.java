package app.steelyard.plan.check;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.Sessions;
import app.steelyard.plan.session.SizeClass;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Says what makes no sense in the size classes and the measured gaps of sessions. */
public final class SessionTables {
    /** More classes than anybody can tell apart, and more gaps than a curve needs. */
    private static final int MAX_CLASSES = 20;

    private static final int MAX_GAPS = 200;
    private static final double MOST_TIMES = 1e4;
    /** Shares are typed as rounded per cents. */
    private static final double ROUNDED = 0.005;

    private static final String CLASSES = "traffic.sessions.classes";
    private static final String GAPS = "traffic.sessions.gaps";
    private static final Texts TEXTS = Texts.of(SessionTables.class);

    private SessionTables() {}

    static List<Problem> validate(Plan plan) {
        Sessions sessions = plan.traffic().sessions();
        List<Problem> problems = new ArrayList<>(classes(sessions.sizes()));
        if (problems.isEmpty()
                && !sessions.sizes().isEmpty()
                && sessions.turns() > 1
                && Sessions.mean(sessions.sizes()) <= 1) {
            problems.add(problem(CLASSES, "classes.single", sessions.turns()));
        }
        problems.addAll(gaps(sessions.measuredGaps()));
        return problems;
    }

    /** What makes no sense in size classes alone, the first to mend first. */
    public static List<Problem> classes(List<SizeClass> classes) {
        List<Problem> problems = new ArrayList<>();
        if (classes.size() > MAX_CLASSES) {
            problems.add(problem(CLASSES, "classes.tooMany", classes.size(), MAX_CLASSES));
        }
        for (int i = 0; i < classes.size(); i++) {
            SizeClass of = classes.get(i);
            String path = CLASSES + "." + i;
            if (!(of.share() > 0 && of.share() <= 1)) {
                problems.add(problem(path + ".share", "classes.share", of.share()));
            }
            PlanValidator.check(PlanField.TURNS, of.turns())
                    .ifPresent(p -> problems.add(Problem.at(path + ".turns", p.reason())));
            if (!(of.size() > 0 && of.size() <= MOST_TIMES)) {
                problems.add(problem(path + ".size", "classes.size", of.size(), MOST_TIMES));
            }
            if (!(of.growth() >= 0 && of.growth() <= MOST_TIMES)) {
                problems.add(problem(path + ".growth", "classes.growth", of.growth(), MOST_TIMES));
            }
        }
        double sum = classes.stream().mapToDouble(SizeClass::share).sum();
        if (problems.isEmpty() && !classes.isEmpty() && Math.abs(sum - 1) > ROUNDED) {
            problems.add(problem(CLASSES, "classes.sum", sum));
        }
        return problems;
    }

    /** What makes no sense in a table of gaps alone, the first to mend first. */
    public static List<Problem> gaps(List<GapStep> gaps) {
        List<Problem> problems = new ArrayList<>();
        if (gaps.size() > MAX_GAPS) {
            problems.add(problem(GAPS, "gaps.tooMany", gaps.size(), MAX_GAPS));
        }
        for (int i = 0; i < gaps.size(); i++) {
            GapStep step = gaps.get(i);
            String path = GAPS + "." + i;
            PlanValidator.check(PlanField.GAP_P95, step.seconds())
                    .ifPresent(p -> problems.add(Problem.at(path + ".seconds", p.reason())));
            if (!(step.share() > 0 && step.share() <= 1)) {
                problems.add(problem(path + ".share", "gaps.share", step.share()));
            }
            if (i > 0 && step.seconds() <= gaps.get(i - 1).seconds()) {
                problems.add(problem(
                        path + ".seconds",
                        "gaps.order",
                        step.seconds(),
                        gaps.get(i - 1).seconds()));
            } else if (i > 0 && step.share() < gaps.get(i - 1).share()) {
                problems.add(problem(
                        path + ".share",
                        "gaps.less",
                        step.share(),
                        gaps.get(i - 1).share()));
            }
        }
        return problems;
    }

    private static Problem problem(String path, String key, Object... arguments) {
        return Problem.at(path, TEXTS.get(key, arguments));
    }
}
