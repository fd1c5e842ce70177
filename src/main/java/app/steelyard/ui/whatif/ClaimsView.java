package app.steelyard.ui.whatif;

import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Texts;
import app.steelyard.ui.edit.CommittingField;
import app.steelyard.ui.kit.Card;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Latest;
import app.steelyard.ui.work.Workspace;
import app.steelyard.whatif.search.Claim;
import app.steelyard.whatif.search.FirstRanges;
import app.steelyard.whatif.search.PublishedClaim;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What others claim, and what you do: whether it holds of this plan, and where it would. */
final class ClaimsView extends VBox {
    private static final Texts TEXTS = Texts.of(ClaimsView.class);
    private static final int MOST_NUMBERS = 5;

    private final Workspace workspace;
    private final List<PublishedClaim> published = PublishedClaim.shipped();
    private final List<Claim> own = new ArrayList<>();
    private final Latest<Task, List<Claim.Check>> latest;
    private final CommittingField<TextField> typed;
    private final VBox list = Fx.id("whatif.claim.list", new VBox(12));

    private record Task(Plan plan, PriceBook book, List<Claim> claims) {}

    ClaimsView(Workspace workspace) {
        super(12);
        this.workspace = workspace;
        latest = new Latest<>(
                Latest.Threads.background("steelyard-claims"),
                List.of(
                        (t, cancelled) -> Claim.checks(t.claims(), t.plan(), t.book(), List.of(), cancelled),
                        (t, cancelled) -> Claim.checks(t.claims(), t.plan(), t.book(), numbers(t.plan()), cancelled)),
                this::show,
                e -> list.getChildren().setAll(Fx.paragraph(String.valueOf(e.getMessage()))));
        typed = new CommittingField<>(new TextField(), "whatif.claim", TEXTS.get("claim.own"), () -> "", this::take);
        typed.field().setPromptText(TEXTS.get("claim.prompt"));
        typed.field().setPrefColumnCount(40);
        getChildren()
                .addAll(
                        Card.explained(
                                TEXTS.get("claim.title"),
                                TEXTS.get("claim.text"),
                                typed.withMessage(),
                                Fx.paragraph(TEXTS.get("claim.help"), Styles.TEXT_MUTED, Styles.TEXT_SMALL)),
                        list);
        setId("whatif.claims");
        new WhileShown(this, workspace, this::refresh, latest::cancel);
    }

    private static List<PlanNumber> numbers(Plan plan) {
        List<PlanNumber> ranged = PlanNumber.of(plan).stream()
                .filter(n -> plan.whatIf().range(n.path()).isPresent())
                .toList();
        return (ranged.isEmpty() ? FirstRanges.numbers(plan) : ranged)
                .stream().limit(MOST_NUMBERS).toList();
    }

    private Optional<String> take(String text) {
        try {
            own.addFirst(Claim.parse(text, NumberReader.chosen(workspace.plan().currency())));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        refresh();
        return Optional.empty();
    }

    private void refresh() {
        latest.request(new Task(
                workspace.plan(),
                workspace.book(),
                Stream.concat(own.stream(), published.stream().map(PublishedClaim::claim))
                        .toList()));
    }

    private void show(List<Claim.Check> checks) {
        List<Node> cards = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            cards.add(card(i, checks.get(i)));
        }
        list.getChildren().setAll(cards);
    }

    private VBox card(int index, Claim.Check check) {
        Claim.Verdict verdict = check.finding().verdict();
        Label chip = Fx.label(
                TEXTS.name(verdict),
                "chip",
                switch (verdict) {
                    case HOLDS -> "good-chip";
                    case TIES -> "warning-chip";
                    case FAILS -> "danger-chip";
                    case UNKNOWN -> "warning-chip";
                });
        chip.setId("whatif.verdict." + index);
        chip.setMinWidth(USE_PREF_SIZE);
        PublishedClaim from = index < own.size() ? null : published.get(index - own.size());
        Label claim = Fx.paragraph(from == null ? check.claim().text() : from.title(), Styles.TEXT_BOLD);
        Fx.grow(claim);
        HBox head = Fx.row(10, chip, claim);
        VBox card = Fx.styled(new VBox(4, head), "card");
        if (from == null) {
            var away = Fx.iconButton(
                    org.kordamp.ikonli.feather.Feather.X,
                    TEXTS.get("claim.remove", check.claim().text()),
                    () -> {
                        own.remove(index);
                        refresh();
                    });
            away.setId("whatif.claim.remove." + index);
            head.getChildren().add(away);
        } else {
            card.getChildren()
                    .addAll(
                            Fx.paragraph(TEXTS.get("claim.quoted", from.quotation())),
                            Fx.paragraph(TEXTS.get("claim.tested", check.claim().text()), Styles.TEXT_SMALL),
                            Fx.paragraph(
                                    TEXTS.get("claim.source", from.source(), from.date()),
                                    Styles.TEXT_MUTED,
                                    Styles.TEXT_SMALL));
            String reading = from.reading();
            if (reading != null) {
                card.getChildren()
                        .add(Fx.paragraph(TEXTS.get("claim.reading", reading), Styles.TEXT_MUTED, Styles.TEXT_SMALL));
            }
        }
        card.getChildren().add(Fx.paragraph(standing(check)));
        check.remarks().forEach(r -> card.getChildren().add(Fx.paragraph(r)));
        where(check).forEach(w -> card.getChildren().add(Fx.paragraph(w, Styles.TEXT_SMALL)));
        return card;
    }

    private String standing(Claim.Check check) {
        if (check.tie().isPresent()) {
            return check.tie().get();
        }
        if (check.finding().verdict() == Claim.Verdict.UNKNOWN) {
            return TEXTS.get("claim.unknown");
        }
        OptionalDouble margin = check.claim().by(check.finding());
        String by = margin.isPresent()
                ? workspace
                        .plan()
                        .currency()
                        .of(margin.getAsDouble(), check.claim().unit())
                        .difference()
                : "";
        boolean holds = check.finding().verdict() == Claim.Verdict.HOLDS;
        return by.isEmpty()
                ? TEXTS.get(holds ? "claim.holds" : "claim.fails")
                : TEXTS.get(holds ? "claim.holds.by" : "claim.fails.by", by);
    }

    private List<String> where(Claim.Check check) {
        Plan plan = workspace.plan();
        List<String> lines = check.along().stream()
                .filter(a -> !a.alike())
                .map(a -> TEXTS.get(
                        "claim.where",
                        NumberLabels.of(plan, a.number()),
                        a.holds().isEmpty()
                                ? TEXTS.get("claim.nowhere")
                                : a.holds().stream()
                                        .map(s -> stretch(plan, a.number(), s))
                                        .collect(Collectors.joining(", ")),
                        value(plan, a.number(), a.base())))
                .toList();
        return lines.isEmpty() && !check.along().isEmpty()
                ? List.of(TEXTS.get(
                        "claim.alike",
                        check.along().stream()
                                .map(a -> NumberLabels.of(plan, a.number()))
                                .collect(Collectors.joining(", "))))
                : lines;
    }

    private static String stretch(Plan plan, PlanNumber number, Claim.Stretch stretch) {
        String from = value(plan, number, stretch.from());
        String to = value(plan, number, stretch.to());
        return from.equals(to) ? from : TEXTS.get("range", from, to);
    }

    private static String value(Plan plan, PlanNumber number, double value) {
        return plan.currency().of(value, number.unit()).brief();
    }
}
