package app.steelyard.ui.usage;

import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Chip;
import app.steelyard.ui.kit.Fx;
import app.steelyard.usage.row.UsageFinding;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What several parts of the screen are made of. */
final class UsageParts {
    private static final Texts TEXTS = Texts.of(UsageParts.class);

    private UsageParts() {}

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
        Label mark = Chip.of(
                TEXTS.name(finding.severity()),
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
