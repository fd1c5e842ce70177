package app.steelyard.ui.whatif;

import app.steelyard.cost.result.Measure;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Picker;
import app.steelyard.ui.kit.Segments;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.search.Goal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What is wanted: that a figure comes to a value, that it is the same for two designs, or that a design is the cheapest. */
final class GoalForm extends VBox {
    private static final Texts TEXTS = Texts.of(GoalForm.class);

    private final Runnable changed;
    private final Consumer<Goal> sought;
    private final Picker<Measure> figure;
    private final Picker<Subject> subject;
    private final Picker<Subject> other;
    private final Picker<Subject> winner;
    private final CommittingField<TextField> target;
    private final Map<Kind, List<Node>> fields = new EnumMap<>(Kind.class);
    private Kind kind = Kind.VALUE;
    private Result result = new Result(Measure.SAVING, Subject.PROMPT_CACHING);
    private Subject equal = Subject.RETRIEVAL;
    private Subject design = Subject.HYBRID;
    private double wanted;
    private Currency currency = Currency.USD;

    /** The goals that there are. */
    enum Kind {
        VALUE,
        SAME,
        CHEAPEST
    }

    /**
     * @param changed told when another goal is shown
     * @param sought told which goal is to be sought
     */
    GoalForm(Runnable changed, Consumer<Goal> sought) {
        super(6);
        this.changed = changed;
        this.sought = sought;
        Segments<Kind> kinds =
                new Segments<>("whatif.goal.kind", TEXTS.get("goal.kind"), List.of(Kind.values()), TEXTS::name, k -> {
                    kind = k;
                    Objects.requireNonNull(changed).run();
                });
        figure = Picker.of(
                "whatif.goal.figure",
                TEXTS.get("goal.figure"),
                () -> Arrays.stream(Measure.values()).map(GoalForm::option).toList(),
                f -> {
                    boolean same = f.unit() == result.unit();
                    result = new Result(f, result.subject());
                    wanted = same ? wanted : 0;
                    changed.run();
                });
        subject = subject("subject", s -> true, s -> result = new Result(result.figure(), s));
        other = subject("other", s -> true, s -> equal = s);
        winner = subject("winner", s -> s != Subject.CHEAPEST, s -> design = s);
        target = new CommittingField<>(
                new TextField(),
                "whatif.goal.target",
                TEXTS.get("goal.target"),
                () -> Typing.withUnit(currency.of(wanted, result.unit())),
                this::take);
        target.field().setPrefColumnCount(9);
        Button seek = DoubtParts.button("whatif.goal.seek", TEXTS.get("goal.seek"), this::seek);
        Node of = DoubtParts.named(TEXTS.get("goal.of"), subject);
        fields.put(Kind.VALUE, List.of(figure, of, DoubtParts.named(TEXTS.get("goal.is"), target.withMessage())));
        fields.put(Kind.SAME, List.of(figure, of, DoubtParts.named(TEXTS.get("goal.same"), other)));
        fields.put(Kind.CHEAPEST, List.of(winner));
        getChildren()
                .addAll(
                        DoubtParts.named(TEXTS.get("goal.soThat"), kinds),
                        DoubtParts.form(
                                figure,
                                of,
                                fields.get(Kind.VALUE).getLast(),
                                fields.get(Kind.SAME).getLast(),
                                winner,
                                seek));
    }

    private Picker<Subject> subject(String key, Predicate<Subject> offered, Consumer<Subject> take) {
        return Picker.of(
                "whatif.goal." + key,
                TEXTS.get("goal." + key),
                () -> Arrays.stream(Subject.values())
                        .filter(offered)
                        .map(GoalForm::option)
                        .toList(),
                s -> {
                    take.accept(s);
                    changed.run();
                });
    }

    private static Picker.Option<Measure> option(Measure figure) {
        return new Picker.Option<>(figure, Names.of(figure), figure.key(), List.of());
    }

    private static Picker.Option<Subject> option(Subject subject) {
        return new Picker.Option<>(subject, subject.label(), subject.key(), List.of());
    }

    /** Shows the goal, money in {@code currency}. */
    void show(Currency currency) {
        fields.values().forEach(all -> all.forEach(n -> Fx.show(n, false)));
        Objects.requireNonNull(fields.get(kind)).forEach(n -> Fx.show(n, true));
        figure.set(option(result.figure()));
        subject.set(option(result.subject()));
        other.set(option(equal));
        winner.set(option(design));
        this.currency = currency;
        target.refresh();
    }

    private void seek() {
        switch (kind) {
            case VALUE -> target.again();
            case SAME -> sought.accept(new Goal.Same(result, new Result(result.figure(), equal)));
            case CHEAPEST -> sought.accept(new Goal.Cheapest(design));
        }
    }

    private Optional<String> take(String typed) {
        try {
            wanted = NumberReader.chosen(currency).read(typed, result.unit()).orThrow();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        sought.accept(new Goal.Reaches(result, wanted));
        return Optional.empty();
    }
}
