package app.steelyard.ui.whatif;

import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.search.Goal;
import app.steelyard.whatif.search.GoalAnswer;
import app.steelyard.whatif.search.GoalSeek;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** For which value of a number what is wanted comes about. */
final class GoalView extends VBox {
    private static final Texts TEXTS = Texts.of(GoalView.class);
    private static final int MOST_SOLUTIONS = 3;
    /** Kept free for an answer, so that what stands below stays where it is. */
    private static final double PLACE = 108;

    private final Workspace workspace;
    private final Latest<Seek, Sought> latest;
    private final Picker<PlanNumber> number;
    private final GoalForm form = new GoalForm(this::clear, this::seek);
    private final VBox outcome = Fx.id("whatif.goal.outcome", new VBox(6));
    private PlanNumber sought = PlanField.REQUESTS_PER_MONTH;

    private record Seek(Plan plan, PriceBook book, PlanNumber number, Goal goal) {
        String name() {
            return NumberLabels.of(plan, number);
        }

        String shown(double value) {
            return plan.currency().of(value, number.unit()).show();
        }

        String reached(Result result, double value) {
            return result.show(plan.currency().of(value, result.unit()));
        }
    }

    private record Sought(Seek seek, GoalAnswer answer) {}

    GoalView(Workspace workspace) {
        this.workspace = workspace;
        latest = new Latest<>(
                Latest.Threads.background("steelyard-goal"),
                List.of((s, cancelled) ->
                        new Sought(s, GoalSeek.solve(s.plan(), s.book(), s.number(), s.goal(), cancelled))),
                this::show,
                e -> tell(String.valueOf(e.getMessage())));
        number = Picker.of("whatif.goal.number", TEXTS.get("goal.number"), this::numbers, n -> {
            sought = n;
            clear();
        });
        outcome.setMinHeight(PLACE);
        getChildren()
                .add(Card.explained(
                        TEXTS.get("goal.title"),
                        TEXTS.get("goal.text"),
                        DoubtParts.named(TEXTS.get("goal.number"), number),
                        form,
                        outcome));
        new WhileShown(this, workspace, this::clear, latest::cancel);
    }

    private List<Picker.Option<PlanNumber>> numbers() {
        Plan plan = workspace.plan();
        return PlanNumber.offered(plan).stream()
                .map(n -> DoubtParts.option(plan, n))
                .toList();
    }

    /** What was found was found for another question. */
    private void clear() {
        latest.cancel();
        Plan plan = workspace.plan();
        if (!PlanNumber.offered(plan).contains(sought)) {
            sought = PlanField.REQUESTS_PER_MONTH;
        }
        number.set(DoubtParts.option(plan, sought));
        form.show(plan.currency());
        outcome.getChildren().setAll(Fx.paragraph(TEXTS.get("goal.place"), Styles.TEXT_MUTED));
    }

    private void seek(Goal goal) {
        clear();
        tell(TEXTS.get("goal.seeking"));
        latest.request(new Seek(workspace.plan(), workspace.book(), sought, goal));
    }

    private void tell(String text) {
        outcome.getChildren().setAll(Fx.paragraph(text));
    }

    private void show(Sought found) {
        Seek seek = found.seek();
        switch (found.answer()) {
            case GoalAnswer.Never never -> {
                tell(never.why());
                // Of the other goals, the reason names it.
                if (seek.goal() instanceof Goal.Reaches reaches) {
                    never.nearest()
                            .ifPresent(n -> note(TEXTS.get(
                                    "goal.nearest",
                                    seek.name(),
                                    seek.shown(n.value()),
                                    seek.reached(reaches.result(), n.result()))));
                }
            }
            case GoalAnswer.Found solved -> {
                outcome.getChildren().clear();
                List<GoalAnswer.Solution> solutions = solved.solutions();
                solutions.stream().limit(MOST_SOLUTIONS).forEach(s -> solution(seek, s));
                if (solutions.size() > MOST_SOLUTIONS) {
                    note(TEXTS.get("goal.more", solutions.size() - MOST_SOLUTIONS));
                }
            }
        }
    }

    private void note(String text) {
        outcome.getChildren().add(Fx.paragraph(text, Styles.TEXT_MUTED));
    }

    private void solution(Seek seek, GoalAnswer.Solution solution) {
        String text = said(seek, solution);
        HBox line = Fx.row(10);
        double base = seek.number().get(seek.plan());
        if (solution.stretch() && solution.holds(base)) {
            text = TEXTS.get("goal.planned", text);
        } else {
            // At the end of where a design is the cheapest another one costs the same.
            boolean ends = seek.goal() instanceof Goal.Cheapest;
            double value = ends ? solution.inside(base, seek.number().whole()) : solution.from();
            String name = ends ? TEXTS.get("takeOver.value", seek.shown(value)) : TEXTS.get("takeOver");
            Button take = DoubtParts.button(
                    "whatif.goal.take." + outcome.getChildren().size(),
                    name,
                    () -> workspace.edit(
                            TEXTS.get("goal.edit", seek.name()),
                            null,
                            p -> seek.number().with(p, value)));
            take.setAccessibleText(name + ": " + text);
            line.getChildren().add(take);
        }
        Label words = Fx.id("whatif.goal.line." + outcome.getChildren().size(), Fx.paragraph(text));
        line.getChildren().add(words);
        outcome.getChildren().add(line);
    }

    private static String said(Seek seek, GoalAnswer.Solution solution) {
        String key = solution.stretch() ? "goal.stretch" : "goal.found";
        String from = seek.shown(solution.from());
        String to = seek.shown(solution.to());
        return switch (seek.goal()) {
            case Goal.Reaches reaches ->
                TEXTS.get(
                        key,
                        seek.name(),
                        from,
                        to,
                        reaches.result().label(),
                        seek.reached(reaches.result(), solution.result()));
            case Goal.Same same ->
                TEXTS.get(
                        key + ".same",
                        seek.name(),
                        from,
                        to,
                        Names.of(same.left().figure()),
                        same.left().subject().label(),
                        same.right().subject().label());
            case Goal.Cheapest cheapest ->
                TEXTS.get(
                        key + ".cheapest",
                        seek.name(),
                        from,
                        to,
                        cheapest.design().label());
        };
    }
}
