package app.steelyard.ui.decide;

import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.decision.Decision;
import app.steelyard.decision.advice.Finding;
import app.steelyard.text.Several;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What to know of the decision; what is so of several items is said once. */
final class FindingsView extends VBox {
    private record Said(Severity severity, String text) {}

    FindingsView(Decision decision) {
        setId("decide.findings");
        setSpacing(8);
        Map<Said, List<String>> about = decision.findings().stream()
                .collect(Collectors.groupingBy(
                        f -> new Said(f.severity(), f.text()),
                        LinkedHashMap::new,
                        Collectors.mapping(f -> name(decision, f), Collectors.toList())));
        about.forEach((said, items) -> getChildren().add(line(said, items)));
    }

    private static String name(Decision decision, Finding finding) {
        return decision.item(finding.item()).map(a -> a.item().name()).orElse("");
    }

    private static HBox line(Said said, List<String> items) {
        VBox text = new VBox(1, Fx.paragraph(said.text()));
        List<String> named = items.stream().filter(n -> !n.isEmpty()).toList();
        if (!named.isEmpty()) {
            Label about = Fx.paragraph(String.join(", ", Several.named(named)), Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            about.setTooltip(Fx.tooltip(String.join(", ", named)));
            text.getChildren().add(about);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        Label chip = Fx.styled(Chip.of(said.severity()), "reason-chip");
        return new HBox(10, chip, text);
    }
}
