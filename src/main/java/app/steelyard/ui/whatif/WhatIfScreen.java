package app.steelyard.ui.whatif;

import app.steelyard.app.whatif.DoubtAnswer;
import app.steelyard.app.whatif.DoubtQuestion;
import app.steelyard.app.whatif.HowSure;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.Range;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.kit.Segments;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Navigation;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.search.FirstRanges;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How sure the answer is, what moves it, what to measure, and what would have to be so for another answer. */
public final class WhatIfScreen extends BorderPane implements Page {
    private static final Texts TEXTS = Texts.of(WhatIfScreen.class);
    private static final double NARROW = 1100;
    /** The ranges that a plan without any may begin with. */
    private static final double FIRST_SHARE = 0.3;

    private final Workspace workspace;
    private final Latest<DoubtQuestion, DoubtAnswer> latest;
    private final DoubtView doubt;
    private final RangeSliders sliders;
    private final Label headline = Fx.id("whatif.headline", Fx.paragraph("", "headline"));
    private final Label detail = Fx.id("whatif.detail", Fx.paragraph(""));
    private final Label percent = Fx.id("whatif.percent", Fx.label("", "whatif-percent"));
    private final Label percentOf = Fx.label("", Styles.TEXT_MUTED);
    private final Label run = Fx.id("whatif.run", Fx.label("", "chip"));
    private final ToggleButton showSliders = Fx.id(
            "whatif.showSliders",
            new ToggleButton(TEXTS.get("sliders"), new FontIcon(Feather.SLIDERS)),
            "architecture",
            "whatif-sliders-button",
            Styles.SMALL);
    private final VBox empty = Fx.id("whatif.empty", new VBox(10), "card");
    private final Map<Part, Node> parts = new EnumMap<>(Part.class);
    private final ScrollPane place = Fx.id("whatif.scroll", new ScrollPane(), "plain-scroll");
    private final VBox page = Fx.styled(new VBox(), "whatif-page");
    private boolean slidersWanted = true;
    private List<String> axesOf = List.of();

    /** The parts of the screen. */
    enum Part {
        DOUBT,
        SEARCH,
        SCENARIOS,
        CLAIMS
    }

    public WhatIfScreen(Surroundings surroundings) {
        workspace = surroundings.workspace();
        latest = new Latest<>(
                Latest.Threads.background("steelyard-what-if"),
                List.of(DoubtAnswer::quick, DoubtAnswer::thorough),
                this::show,
                this::failed);
        doubt = new DoubtView(workspace, surroundings.dialogs(), surroundings.look(), () -> ask(false));
        sliders = new RangeSliders(workspace);
        parts.put(Part.DOUBT, doubt);
        parts.put(Part.SEARCH, new SearchView(workspace, surroundings.dialogs(), surroundings.look()));
        parts.put(Part.SCENARIOS, new ScenariosView(workspace, surroundings.dialogs(), surroundings.look()));
        parts.put(Part.CLAIMS, new ClaimsView(workspace));
        setId("whatif");
        setTop(header());
        empty(surroundings.navigation());
        place.setContent(page);
        place.setFitToWidth(true);
        place.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(place);
        turnTo(Part.DOUBT);
        widthProperty().subscribe(w -> showSliders.setSelected(slidersWanted && w.doubleValue() >= NARROW));
        new WhileShown(this, workspace, this::changed, latest::cancel);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Answer answer() {
        return Answer.ON_PAGE;
    }

    private Node header() {
        headline.setMinWidth(0);
        percent.setMinWidth(USE_PREF_SIZE);
        percentOf.setMinWidth(USE_PREF_SIZE);
        VBox sure = new VBox(percent, percentOf);
        sure.setAlignment(Pos.TOP_RIGHT);
        VBox words = new VBox(4, headline, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox answer = new HBox(16, words, sure);
        Segments<Part> tabs =
                new Segments<>("whatif.part", TEXTS.get("parts"), List.of(Part.values()), TEXTS::name, this::turnTo);
        showSliders.selectedProperty().subscribe(is -> showSliders());
        showSliders.setOnAction(e -> slidersWanted = showSliders.isSelected());
        HBox bar = Fx.row(8, tabs, Fx.spacer(), run, showSliders);
        return Fx.styled(new VBox(10, answer, bar), "headline-bar");
    }

    private void empty(Navigation navigation) {
        HBox buttons = new HBox(
                8,
                button("first", Styles.ACCENT, this::firstRanges),
                button("toInputs", Styles.SMALL, () -> navigation.toInput(PlanField.REQUESTS_PER_MONTH)));
        empty.getChildren()
                .addAll(
                        Fx.paragraph(TEXTS.get("empty.title"), Styles.TEXT_BOLD),
                        Fx.paragraph(TEXTS.get("empty.text")),
                        buttons);
        Fx.show(empty, false);
    }

    private static Node button(String key, String style, Runnable action) {
        var button = Fx.id("whatif." + key, Fx.button(TEXTS.get("empty." + key), action, style));
        return button;
    }

    private void firstRanges() {
        workspace.edit(TEXTS.get("empty.first.edit"), null, p -> FirstRanges.around(p, FIRST_SHARE));
    }

    private void turnTo(Part part) {
        page.getChildren().setAll(empty, Objects.requireNonNull(parts.get(part)));
        place.setVvalue(0);
        refreshEmpty(part);
    }

    private void refreshEmpty(Part part) {
        Fx.show(empty, part == Part.DOUBT && workspace.plan().whatIf().ranges().isEmpty());
    }

    private void showSliders() {
        boolean any = !workspace.plan().whatIf().ranges().isEmpty()
                && !workspace.plan().items().isEmpty();
        setRight(any && showSliders.isSelected() ? sliders : null);
        Fx.show(showSliders, any);
    }

    private void changed() {
        sliders.refresh();
        showSliders();
        Fx.show(
                empty,
                page.getChildren().contains(doubt)
                        && workspace.plan().whatIf().ranges().isEmpty());
        ask(sliders.turning());
    }

    private void ask(boolean moving) {
        Plan plan = workspace.plan();
        if (plan.items().isEmpty()) {
            latest.cancel();
            nothing();
            return;
        }
        List<String> ranged = plan.whatIf().ranges().stream().map(Range::path).toList();
        if (!ranged.equals(axesOf)) {
            axesOf = ranged;
            doubt.axes().forget();
        }
        Axes axes = doubt.axes();
        DoubtQuestion question = new DoubtQuestion(plan, workspace.book(), doubt.settings(), axes.across(), axes.up());
        if (moving) {
            latest.follow(question);
        } else {
            latest.request(question);
        }
    }

    private void nothing() {
        doubt.clear();
        headline.setText(TEXTS.get("noItems"));
        detail.setText(TEXTS.get("noItems.detail"));
        certain(null);
        run.setText("");
        Fx.show(run, false);
    }

    private void certain(DoubtAnswer.@Nullable Doubt doubted) {
        var confidence =
                doubted == null ? null : doubted.sure().map(HowSure::confidence).orElse(null);
        percent.setText(confidence == null ? "" : confidence.percent());
        percentOf.setText(confidence == null ? "" : confidence.words());
    }

    private void show(DoubtAnswer answer) {
        doubt.show(answer);
        DoubtAnswer.Doubt doubted = answer.doubt().orElse(null);
        headline.setText(doubted == null ? TEXTS.get("empty.headline") : doubted.headline());
        detail.setText(doubted == null ? TEXTS.get("empty.detail") : doubted.detail());
        certain(doubted);
        if (doubted != null) {
            doubted.sure().ifPresent(s -> workspace.certain(new Workspace.Certainty(answer.plan(), s)));
        }
        run.setText(TEXTS.get(
                "run",
                Numbers.count(answer.settings().trials()),
                Long.toString(answer.settings().seed())));
        Fx.show(run, doubted != null);
    }

    private void failed(Exception e) {
        headline.setText(TEXTS.get("failed"));
        detail.setText(e.getMessage() == null ? e.toString() : e.getMessage());
        certain(null);
    }
}
