package app.steelyard.ui.whatif;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.Amount;
import app.steelyard.whatif.Figure;
import app.steelyard.whatif.GoalSeek;
import app.steelyard.whatif.NumberNames;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** For which value of a number a result comes to what is wanted. */
final class GoalView extends VBox {
    private static final Texts TEXTS = Texts.of(GoalView.class);
    private static final int MOST_SOLUTIONS = 4;

    private final Workspace workspace;
    private final Latest<Seek, Sought> latest;
    private final Picker<PlanNumber> number;
    private final Picker<Figure> figure;
    private final Picker<Subject> subject;
    private final Typed target;
    private final VBox outcome = new VBox(6);
    private PlanNumber sought = PlanField.REQUESTS_PER_MONTH;
    private Result result = new Result(Figure.SAVING, Subject.PROMPT_CACHING);
    private double wanted;

    private record Seek(Plan plan, PriceBook book, PlanNumber number, Result result, double target) {}

    private record Sought(Seek seek, GoalSeek.Answer answer) {}

    GoalView(Workspace workspace) {
        this.workspace = workspace;
        latest = new Latest<>(
                Latest.Threads.background("steelyard-goal"),
                List.of((s, cancelled) -> new Sought(
                        s, GoalSeek.solve(s.plan(), s.book(), s.number(), s.result(), s.target(), cancelled))),
                this::show,
                e -> tell(String.valueOf(e.getMessage())));
        number = new Picker<>("whatif.goal.number", TEXTS.get("goal.number"), this::numbers, n -> {
            if (n != null) {
                sought = n;
                clear();
            }
        });
        figure = new Picker<>(
                "whatif.goal.figure",
                TEXTS.get("goal.figure"),
                () -> Arrays.stream(Figure.values()).map(GoalView::option).toList(),
                f -> {
                    if (f != null) {
                        boolean same = f.unit() == result.unit();
                        result = new Result(f, result.subject());
                        wanted = same ? wanted : 0;
                        clear();
                    }
                });
        subject = new Picker<>(
                "whatif.goal.subject",
                TEXTS.get("goal.subject"),
                () -> Arrays.stream(Subject.values()).map(GoalView::option).toList(),
                s -> {
                    if (s != null) {
                        result = new Result(result.figure(), s);
                        clear();
                    }
                });
        target = new Typed("whatif.goal.target", TEXTS.get("goal.target"), this::take);
        target.field().setPrefColumnCount(9);
        Button seek = Parts.button("whatif.goal.seek", TEXTS.get("goal.seek"), () -> target.again());
        outcome.setId("whatif.goal.outcome");
        getChildren()
                .add(Parts.card(
                        TEXTS.get("goal.title"),
                        TEXTS.get("goal.text"),
                        Parts.form(
                                Parts.named(TEXTS.get("goal.number"), number),
                                Parts.named(TEXTS.get("goal.soThat"), figure),
                                Parts.named(TEXTS.get("goal.of"), subject),
                                Parts.named(TEXTS.get("goal.is"), target),
                                seek),
                        outcome));
        new WhileShown(this, workspace, this::clear, latest::cancel);
    }

    private List<Picker.Option<PlanNumber>> numbers() {
        Plan plan = workspace.plan();
        return PlanNumber.of(plan).stream().map(n -> Parts.option(plan, n)).toList();
    }

    private static Picker.Option<Figure> option(Figure figure) {
        return new Picker.Option<>(figure, figure.label(), figure.key(), List.of());
    }

    private static Picker.Option<Subject> option(Subject subject) {
        return new Picker.Option<>(subject, subject.label(), subject.key(), List.of());
    }

    /** What was found was found for another question. */
    private void clear() {
        latest.cancel();
        Plan plan = workspace.plan();
        if (!PlanNumber.of(plan).contains(sought)) {
            sought = PlanField.REQUESTS_PER_MONTH;
        }
        number.set(Parts.option(plan, sought));
        figure.set(option(result.figure()));
        subject.set(option(result.subject()));
        target.set(result.show(wanted, plan.finance().currency()));
        outcome.getChildren().clear();
    }

    private Optional<String> take(String typed) {
        try {
            wanted = Amount.parse(typed, result.unit());
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        clear();
        tell(TEXTS.get("goal.seeking"));
        latest.request(new Seek(workspace.plan(), workspace.book(), sought, result, wanted));
        return Optional.empty();
    }

    private void tell(String text) {
        outcome.getChildren().setAll(Fx.paragraph(text));
    }

    private void show(Sought found) {
        Seek seek = found.seek();
        String currency = seek.plan().finance().currency();
        String name = NumberNames.of(seek.plan(), seek.number());
        switch (found.answer()) {
            case GoalSeek.Never never -> {
                tell(never.why());
                never.nearest()
                        .ifPresent(n -> outcome.getChildren()
                                .add(Fx.paragraph(
                                        TEXTS.get(
                                                "goal.nearest",
                                                name,
                                                shown(seek, n.value()),
                                                seek.result().show(n.result(), currency)),
                                        Styles.TEXT_MUTED)));
            }
            case GoalSeek.Found solved -> {
                outcome.getChildren().clear();
                solved.solutions().stream().limit(MOST_SOLUTIONS).forEach(s -> solution(seek, name, s));
            }
        }
    }

    private void solution(Seek seek, String name, GoalSeek.Solution solution) {
        String text = solution.stretch()
                ? TEXTS.get(
                        "goal.stretch",
                        name,
                        shown(seek, solution.from()),
                        shown(seek, solution.to()),
                        seek.result().label(),
                        seek.result().show(seek.target(), seek.plan().finance().currency()))
                : TEXTS.get(
                        "goal.found",
                        name,
                        shown(seek, solution.from()),
                        seek.result().label(),
                        seek.result()
                                .show(solution.result(), seek.plan().finance().currency()));
        Button take = Parts.button(
                "whatif.goal.take." + outcome.getChildren().size(),
                TEXTS.get("takeOver"),
                () -> workspace.edit(
                        TEXTS.get("goal.edit", name), null, p -> seek.number().with(p, solution.from())));
        take.setAccessibleText(TEXTS.get("takeOver") + ": " + text);
        HBox line = new HBox(10, take, Fx.paragraph(text));
        line.setAlignment(Pos.CENTER_LEFT);
        outcome.getChildren().add(line);
    }

    private static String shown(Seek seek, double value) {
        return Amount.show(value, seek.number().unit(), seek.plan().finance().currency());
    }
}
