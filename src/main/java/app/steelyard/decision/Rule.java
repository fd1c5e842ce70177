package app.steelyard.decision;

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
}
