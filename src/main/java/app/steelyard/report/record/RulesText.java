package app.steelyard.report.record;

import app.steelyard.decision.rules.Effect;
import app.steelyard.decision.rules.Evidence;
import app.steelyard.decision.rules.Option;
import app.steelyard.decision.rules.Rule;
import app.steelyard.decision.rules.RuleBook;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** The rules as a document for people, {@code docs/rules.md}. */
public final class RulesText {
    private static final Texts TEXTS = Texts.of(RulesText.class);

    private RulesText() {}

    /** All rules with their evidence, as Markdown. */
    public static String markdown(RuleBook book) {
        StringBuilder out = new StringBuilder();
        out.append(TEXTS.get("rules.title", book.version())).append("\n\n");
        out.append(TEXTS.get("rules.intro")).append("\n\n");
        for (Rule rule : book.rules()) {
            out.append("### ").append(rule.id()).append("\n\n");
            out.append(rule.sentence()).append("\n\n");
            out.append("- ").append(TEXTS.get("rules.when", rule.when())).append('\n');
            out.append("- ")
                    .append(TEXTS.get(
                            "rules.effect",
                            rule.effects().stream().map(RulesText::effect).collect(Collectors.joining("; ")),
                            rule.strength().label()))
                    .append('\n');
            cited(out, "rules.because", rule.evidence());
            cited(out, "rules.contrary", rule.contrary());
            out.append('\n');
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void cited(StringBuilder out, String key, List<Evidence> evidence) {
        evidence.forEach(
                one -> out.append("- ").append(TEXTS.get(key, one.cite())).append('\n'));
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case Effect.Counts counts -> TEXTS.get("rules.counts", Names.word(counts.kind()));
            case Effect.For good -> TEXTS.get("rules.for", good.option().label());
            case Effect.Against bad -> TEXTS.get("rules.against", bad.option().label());
            case Effect.Excludes bad -> TEXTS.get("rules.excludes", bad.option().label());
            case Effect.Weighs weighs ->
                TEXTS.get(
                        "rules.weighs",
                        weighs.options().stream().map(Option::label).collect(Collectors.joining(", ")));
            case Effect.Tells tells -> TEXTS.get("rules.tells", Names.word(tells.severity()));
        };
    }
}
