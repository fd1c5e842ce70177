package app.steelyard.ui.decide;

import app.steelyard.decision.rules.Evidence;
import app.steelyard.decision.rules.Rule;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fold;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Rules as reasons, one below the other. Several rest on the same evidence, so it is numbered and told once, at the end. */
final class Reasons {
    private static final Texts TEXTS = Texts.of(Reasons.class);
    private static final Map<String, String> STYLES =
            Map.of("reason.for", "good-chip", "reason.against", "danger-chip");

    private final VBox content;
    private final Map<Evidence, Integer> numbers = new LinkedHashMap<>();
    private final Set<Rule> told = new LinkedHashSet<>();

    Reasons(VBox content) {
        this.content = content;
    }

    /**
     * Adds one.
     *
     * @param key what it is a reason for
     * @param about names of the items it speaks of; empty where that is clear
     */
    void add(String key, Rule rule, List<String> about) {
        told.add(rule);
        StringBuilder small =
                new StringBuilder(TEXTS.get("reason.rule", rule.strength().label()));
        if (!about.isEmpty()) {
            small.append(TEXTS.get("reason.items", String.join(", ", about)));
        }
        if (!rule.evidence().isEmpty()) {
            small.append(TEXTS.get("reason.evidence", cited(rule.evidence())));
        }
        if (!rule.contrary().isEmpty()) {
            small.append(TEXTS.get("reason.contrary", cited(rule.contrary())));
        }
        VBox text = new VBox(
                1, Fx.paragraph(rule.sentence()), Fx.paragraph(small.toString(), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
        HBox.setHgrow(text, Priority.ALWAYS);
        Label chip = Fx.styled(Chip.of(TEXTS.get(key), STYLES.getOrDefault(key, "place-chip")), "reason-chip");
        content.getChildren().add(new HBox(10, chip, text));
    }

    /**
     * Adds the rules by their ids, folded away.
     *
     * @param about what they are about, as part of a name
     * @param scores lines that say what they add up to
     */
    void addDetails(String about, List<String> scores) {
        if (told.isEmpty() && scores.isEmpty()) {
            return;
        }
        String name = TEXTS.get("details");
        content.getChildren()
                .add(new Fold(about + ".details", new HBox(Fx.label(name, Styles.TEXT_SMALL)), name, details -> {
                    scores.forEach(s -> details.getChildren().add(small(s)));
                    told.forEach(
                            r -> details.getChildren().add(small(TEXTS.get("details.rule", r.id(), r.sentence()))));
                }));
    }

    private static Label small(String text) {
        return Fx.paragraph(text, Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    }

    private String cited(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> "[" + numbers.computeIfAbsent(e, n -> numbers.size() + 1) + "]")
                .collect(Collectors.joining(" "));
    }

    /** Adds what the numbers stand for. */
    void addEvidence() {
        if (numbers.isEmpty()) {
            return;
        }
        VBox list = Fx.styled(new VBox(2), "evidence");
        numbers.forEach((evidence, number) -> list.getChildren()
                .add(Fx.paragraph("[" + number + "] " + evidence.cite(), Styles.TEXT_MUTED, Styles.TEXT_SMALL)));
        content.getChildren().add(list);
    }
}
