package app.steelyard.ui.usage;

import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.row.UsageFinding;
import atlantafx.base.theme.Styles;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What several parts of the screen are made of. */
final class UsageParts {
    private static final Texts TEXTS = Texts.of(UsageParts.class);

    private UsageParts() {}

    static VBox card(String title, Node... content) {
        VBox card = new VBox(8, heading(title));
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        return card;
    }

    static HBox heading(String title, Node... beside) {
        Label label = Fx.paragraph(title, Styles.TEXT_BOLD);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(beside);
        return line;
    }

    static Label chip(String text, String style) {
        Label chip = Fx.label(text, "chip", style);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    static Node findings(List<UsageFinding> findings) {
        return findings("usage.findings.more", findings, findings.size());
    }

    /**
     * @param id of the button that shows the rest
     * @param most of them shown at first, the gravest
     */
    static Node findings(String id, List<UsageFinding> findings, int most) {
        List<Node> lines = findings.stream()
                .sorted(Comparator.comparing(UsageFinding::severity).reversed())
                .map(UsageParts::finding)
                .toList();
        Folded list = new Folded(id, Math.max(1, most), lines);
        Fx.show(list, !findings.isEmpty());
        return list;
    }

    private static Node finding(UsageFinding finding) {
        Label mark = chip(
                TEXTS.get("Severity." + finding.severity()),
                switch (finding.severity()) {
                    case INFO -> "info-chip";
                    case WARNING -> "warning-chip";
                    case ERROR -> "danger-chip";
                });
        Label text = Fx.paragraph(finding.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, mark, text);
    }

    static String count(long number) {
        return Numbers.count((double) number);
    }
}
