package app.steelyard.ui.whatif;

import app.steelyard.app.Dialogs;
import app.steelyard.chart.catalog.doubt.FrontierChart;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Currency;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.ChartView;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Look;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.placement.Candidate;
import app.steelyard.whatif.placement.PlacementEdit;
import app.steelyard.whatif.placement.PlacementSearch;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a search for placements found: the cheapest, those that are faster for more money, and both as a chart. */
final class PlacementResults extends VBox {
    private static final Texts TEXTS = Texts.of(PlacementResults.class);
    private static final int MOST_LINES = 8;

    private final Workspace workspace;
    private final Label outcome = Fx.id("whatif.placement.outcome", Fx.paragraph(""));
    private final VBox lines = Fx.id("whatif.placement.lines", new VBox(6));
    private final ChartView frontier;
    /** Where alone requests were to be served. */
    private String place = "";

    PlacementResults(Workspace workspace, Dialogs dialogs, Look look) {
        super(8);
        this.workspace = workspace;
        frontier = new ChartView("whatif.frontier", dialogs, look.paletteProperty(), k -> {}).withSentence();
        getChildren().addAll(outcome, lines);
        clear();
    }

    /** Stands in a card of its own. */
    ChartView frontier() {
        return frontier;
    }

    /** Shows nothing but a sentence about the search. */
    void say(String text) {
        outcome.setText(text);
    }

    void clear() {
        outcome.setText("");
        lines.getChildren().clear();
        Fx.show(frontier, false);
    }

    void show(Plan plan, PriceBook book, String where, PlacementSearch search) {
        place = where;
        lines.getChildren().clear();
        if (search.cheapest().isEmpty()) {
            outcome.setText(TEXTS.get("placement.none", tried(search))
                    + search.uncompared().map(u -> " " + u + ".").orElse(""));
            search.reasons().forEach(r -> lines.getChildren().add(Fx.paragraph(r)));
        } else {
            Candidate best = search.cheapest().get();
            outcome.setText(sentence(plan, search, best));
            line(plan, book, best);
            search.frontier().stream()
                    .filter(c -> !c.equals(best))
                    .limit(MOST_LINES)
                    .forEach(c -> line(plan, book, c));
        }
        // One point is no choice.
        Fx.show(frontier, search.frontier().size() > 1);
        frontier.show(FrontierChart.of(plan, search));
    }

    private static String tried(PlacementSearch search) {
        return TEXTS.get(search.proven() ? "placement.proven" : "placement.unproven", Numbers.count(search.tried()));
    }

    private static String sentence(Plan plan, PlacementSearch search, Candidate best) {
        Currency currency = plan.currency();
        return TEXTS.get(
                        "placement.best",
                        currency.of(best.cost()).inShort(),
                        Numbers.seconds(best.seconds()),
                        tried(search))
                + search.saved()
                        .map(s -> " "
                                + TEXTS.get(
                                        s > 0 ? "placement.saved" : "placement.named",
                                        currency.of(s).inShort()))
                        .orElse("")
                + search.split()
                        .filter(s -> s.byModel() != 0)
                        .map(s -> " "
                                + TEXTS.get(
                                        "placement.split",
                                        currency.of(s.all()).inShort(),
                                        currency.of(s.byModel()).inShort(),
                                        currency.of(s.byDesign()).inShort()))
                        .orElse("")
                + (search.frontier().size() == 1 ? " " + TEXTS.get("placement.fastest") : "")
                + search.uncompared().map(u -> " " + u + ".").orElse("");
    }

    private void line(Plan plan, PriceBook book, Candidate candidate) {
        String text = TEXTS.get(
                "placement.line",
                plan.currency().of(candidate.cost()).inShort(),
                Numbers.seconds(candidate.seconds()),
                words(plan, book, candidate));
        Button take = DoubtParts.button(
                "whatif.placement.take." + lines.getChildren().size(),
                TEXTS.get("takeOver"),
                () -> workspace.edit(
                        TEXTS.get("placement.edit"), null, p -> PlacementEdit.apply(p, candidate, place, book)));
        take.setAccessibleText(TEXTS.get("takeOver") + ": " + text);
        HBox line = Fx.row(10, take, Fx.paragraph(text));
        lines.getChildren().add(line);
    }

    /** Where its items are, the plain prompt left out, and its model where that is another one. */
    private static String words(Plan plan, PriceBook book, Candidate candidate) {
        List<String> words = new ArrayList<>();
        if (!candidate.answers().equals(plan.inference().model())) {
            words.add(book.model(candidate.answers())
                    .map(m -> TEXTS.get("placement.model", m.name(), candidate.answers()))
                    .orElse(candidate.answers().toString()));
        }
        for (Placement placement : Placement.values()) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < plan.items().size(); i++) {
                if (candidate.placements().get(i) == placement) {
                    names.add(plan.items().get(i).name());
                }
            }
            if (!names.isEmpty()) {
                words.add(TEXTS.get("placement.words", Names.of(placement), Several.joined(names)));
            }
        }
        return String.join("; ", words);
    }
}
