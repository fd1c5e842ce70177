package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Money;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.replay.HitCounts;
import app.steelyard.usage.replay.Replay;
import app.steelyard.usage.replay.ReplayCost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a replay costs at one's prices, for a terminal. */
final class ReplayCostText {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String NONE = "–";

    private final Replay replay;
    private final ReplayCost cost;
    private final TextTable table = new TextTable(1);

    /** What has no amount, by the reason. */
    private final Map<String, List<String>> unpriced = new LinkedHashMap<>();

    ReplayCostText(Replay replay, ReplayCost cost) {
        this.replay = replay;
        this.cost = cost;
    }

    String text() {
        table.row(
                TEXTS.get("replay.lifetime"),
                TEXTS.get("replay.cost", cost.target().name()),
                TEXTS.get("replay.against"),
                TEXTS.name(HitCounts.Meaning.TOKENS));
        boolean told = false;
        for (int l = 0; l < replay.lifetimes().size(); l++) {
            told |= !replay.lifetimes().get(l).caches();
            ReplayCost.Lifetime one = cost.lifetimes().get(l);
            row(
                    ReplayText.name(replay.lifetimes().get(l)),
                    one.amount(),
                    cost.against(one.amount()),
                    ReplayText.rate(one.replayed().counts(), HitCounts.Meaning.TOKENS));
        }
        if (!told) {
            row(TEXTS.get("replay.none"), cost.noCache(), Optional.empty(), "");
        }
        if (cost.asLogged() != null) {
            row(TEXTS.get("replay.asLogged"), cost.asLogged(), cost.loggedAgainst(), "");
        }
        StringBuilder text = new StringBuilder(table.text());
        unpriced.forEach((why, names) -> text.append(TEXTS.get("replay.unpriced", String.join(", ", names), why))
                .append('\n'));
        if (cost.others() > 0) {
            text.append(TEXTS.get("replay.others", cost.others(), cost.target().vendor()))
                    .append('\n');
        }
        return text.toString();
    }

    private void row(String name, ReplayCost.Amount amount, Optional<Double> against, String rate) {
        ExactMoney money = amount.money();
        if (money == null) {
            unpriced.computeIfAbsent(String.valueOf(amount.why()), w -> new ArrayList<>())
                    .add(name);
        }
        table.row(
                name,
                money == null ? NONE : shown(money.asMoney()),
                amount.equals(cost.noCache())
                        ? ""
                        : against.map(ReplayCostText::signed).orElse(""),
                rate);
    }

    /** In cents, unless all of it is a few. */
    private static String shown(Money money) {
        return Math.abs(money.value()) < 1 ? money.show() : money.full();
    }

    /** More than without a cache is a loss, and shows its sign. */
    private static String signed(double part) {
        return part > 0 ? "+" + Numbers.percent(part) : Numbers.percent(part);
    }
}
