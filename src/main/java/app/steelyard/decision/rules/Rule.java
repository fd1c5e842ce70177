package app.steelyard.decision.rules;

import app.steelyard.cost.result.Notice;
import app.steelyard.plan.item.Kind;
import java.util.List;

/**
 * One thing that is held to be so, and why.
 *
 * @param effects what it does where {@code when} holds; at least one
 * @param sentence the rule in plain words
 * @param evidence what it rests on; at least one
 * @param contrary what speaks against it, shown beside it
 */
public record Rule(
        String id,
        Question.About about,
        Condition when,
        List<Effect> effects,
        Strength strength,
        String sentence,
        List<Evidence> evidence,
        List<Evidence> contrary) {

    public Rule {
        effects = List.copyOf(effects);
        evidence = List.copyOf(evidence);
        contrary = List.copyOf(contrary);
    }

    /** What it adds to an item's score where it holds: above 0 for information, below 0 for behaviour. */
    public double counts() {
        double points = 0;
        for (Effect effect : effects) {
            if (effect instanceof Effect.Counts counts) {
                points += counts.kind() == Kind.INFORMATION ? strength.points() : -strength.points();
            }
        }
        return points;
    }

    /** What it adds to the score of {@code option} where it holds. */
    public double points(Option option) {
        double points = 0;
        for (Effect effect : effects) {
            if (effect instanceof Effect.For good && good.option() == option) {
                points += strength.points();
            } else if (effect instanceof Effect.Against bad && bad.option() == option) {
                points -= strength.points();
            }
        }
        return points;
    }

    /** Whether it has a say in where an item goes. */
    public boolean places() {
        return effects.stream().anyMatch(e -> !(e instanceof Effect.Counts || e instanceof Effect.Tells));
    }

    /** Whether it raises an obstacle to whatever is recommended. */
    public boolean bars() {
        return about == Question.About.SYSTEM && effects.contains(new Effect.Tells(Notice.Severity.OBSTACLE));
    }

    public boolean excludes(Option option) {
        return effects.contains(new Effect.Excludes(option));
    }

    /** The options that it leaves to their cost where it holds. */
    public List<Option> weighs() {
        return effects.stream()
                .filter(Effect.Weighs.class::isInstance)
                .flatMap(e -> ((Effect.Weighs) e).options().stream())
                .toList();
    }
}
