package app.steelyard.ui.prices;

import app.steelyard.app.prices.LedgerEffect;
import app.steelyard.app.prices.LedgerEffect.Listing;
import app.steelyard.app.prices.PlanEffect;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Money;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import app.steelyard.ui.work.Background;
import app.steelyard.ui.work.Workspace;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** What other prices come to in money: in a month of the open plan, and in the usage that was read. */
final class EffectLine extends VBox {
    private static final Texts TEXTS = Texts.of(EffectLine.class);
    /** Whoever ticks several lines, or types, waits for one sum. */
    private static final Duration SETTLED = Duration.millis(250);

    private final PricesDesk desk;
    private final Label plan = Fx.id("prices.effect", Fx.paragraph("", Styles.TEXT_BOLD));
    private final Label usage = Fx.id("prices.effect.usage", Fx.paragraph("", Styles.TEXT_BOLD));
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private @Nullable Supplier<PriceBook> after;

    EffectLine(PricesDesk desk) {
        super(2);
        this.desk = desk;
        settled.setOnFinished(e -> weigh());
        getChildren().setAll(plan, usage);
        say("", "");
    }

    /** Weighs the prices that there would be, soon. */
    void of(Supplier<PriceBook> wanted) {
        after = wanted;
        settled.playFromStart();
    }

    /** There is nothing to weigh. */
    void nothing() {
        after = null;
        settled.stop();
        say("", "");
    }

    private record Told(String plan, String usage) {}

    private void weigh() {
        Supplier<PriceBook> wanted = after;
        if (wanted == null) {
            return;
        }
        Plan open = desk.plan();
        PriceBook before = desk.book();
        Optional<Workspace.ReadUsage> read =
                desk.surroundings().workspace().readUsageProperty().get();
        Background.run(
                () -> {
                    PriceBook then = wanted.get();
                    return new Told(
                            words(open, PlanEffect.of(open, before, then)),
                            read.filter(r -> !r.all().usage().isEmpty())
                                    .map(r -> words(LedgerEffect.of(r.all(), r.mapped(), before, then)))
                                    .orElse(""));
                },
                told -> {
                    if (wanted.equals(after)) {
                        say(told.plan, told.usage);
                    }
                },
                e -> say(String.valueOf(e.getMessage()), ""));
    }

    private void say(String ofPlan, String ofUsage) {
        plan.setText(ofPlan);
        usage.setText(ofUsage);
        Fx.show(plan, !ofPlan.isEmpty());
        Fx.show(usage, !ofUsage.isEmpty());
    }

    private static String words(Plan plan, PlanEffect e) {
        return TEXTS.get(
                e.today().changes() || e.best().changes() ? "import.effect" : "import.noEffect",
                plan.name(),
                money(e.today().before()),
                money(e.today().after()),
                money(e.best().before()),
                money(e.best().after()));
    }

    private static String words(LedgerEffect e) {
        String key = e.before().equals(e.after()) ? "import.usage.same" : "import.usage";
        String text = TEXTS.get(key, amounts(e.before()), amounts(e.after()));
        return e.before().unpriced() == e.after().unpriced()
                ? text
                : text + " "
                        + TEXTS.get(
                                "import.usage.unpriced",
                                e.before().unpriced(),
                                e.after().unpriced());
    }

    private static String amounts(Listing listing) {
        return listing.amounts().isEmpty()
                ? TEXTS.get("list.unpriced")
                : listing.amounts().values().stream()
                        .map(ExactMoney::asMoney)
                        .map(Money::full)
                        .sorted()
                        .collect(Collectors.joining(" + "));
    }

    private static String money(Optional<Money> month) {
        return month.map(Money::full).orElse(TEXTS.get("list.unpriced"));
    }
}
