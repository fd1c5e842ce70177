package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.json.JsonText;
import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.replay.HitCounts;
import app.steelyard.usage.replay.Replay;
import app.steelyard.usage.replay.ReplayCost;
import app.steelyard.usage.replay.ReplayLifetime;
import app.steelyard.usage.replay.Tallies;
import app.steelyard.usage.replay.Tally;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A replay for a program. What is not known is absent. */
final class ReplayJson {
    private ReplayJson() {}

    static String of(ReplayCommand.Told told) {
        Replay replay = told.replay();
        ObjectNode root = JsonText.object();
        root.put("format", 1).put("fixed", replay.fixed());
        JsonText.each(root, "replays", replay.parts(), (node, part) -> part(node, part, told));
        root.putObject("leftOut")
                .put("sums", replay.left().sums())
                .put("withoutTime", replay.left().timeless())
                .put("withoutSession", replay.left().chainless());
        JsonText.each(
                root,
                "findings",
                told.findings(),
                (node, f) -> node.put("severity", Names.word(f.severity())).put("text", f.text()));
        return JsonText.write(root);
    }

    private static void part(ObjectNode node, Replay.Part part, ReplayCommand.Told told) {
        Replay replay = told.replay();
        Tallies tallies = part.tallies();
        Tally any = tallies.replayed(0);
        node.put("basis", Names.word(part.basis())).put("requests", any.requests());
        if (part.basis() == Replay.Basis.SESSIONS) {
            node.put("sessions", part.sessions());
        }
        node.put("input", any.input()).put("output", any.output());
        JsonText.each(
                node,
                "caches",
                tallies.steps(),
                (one, s) -> one.put("minimumTokens", s.minimum()).put("stepTokens", s.step()));
        ArrayNode lifetimes = node.putArray("lifetimes");
        for (int l = 0; l < replay.lifetimes().size(); l++) {
            ReplayLifetime lifetime = replay.lifetimes().get(l);
            Tally tally = tallies.replayed(l);
            ObjectNode one = lifetimes.addObject().put("lifetime", lifetime.name());
            if (lifetime.caches() && !lifetime.equals(ReplayLifetime.UNLIMITED)) {
                one.put("seconds", lifetime.millis() / 1000);
            }
            one.put("read", tally.read()).put("written", tally.written()).put("uncached", tally.plain());
            rates(one, tally.counts());
        }
        if (ReplayText.isMeasured(part)) {
            UsageTotals totals = tallies.actual().totals();
            ObjectNode measured = node.putObject("measured").put("read", totals.cacheRead());
            if (totals.writesStated()) {
                measured.put("written", totals.cacheWrite5m() + totals.cacheWrite1h() + totals.cacheWriteOther());
            }
            measured.put("uncached", totals.uncachedInput());
            measured.put("readByFirstTurns", tallies.actual().readFirst());
            rates(measured, tallies.actual().counts());
        }
        JsonText.each(node, "costs", told.log().costs(part), (one, cost) -> cost(one, cost, replay));
    }

    private static void cost(ObjectNode node, ReplayCost cost, Replay replay) {
        node.put("pricedAs", cost.target().name());
        amount(node.putObject("noCache"), cost.noCache(), Optional.empty());
        if (cost.asLogged() != null) {
            amount(node.putObject("asLogged"), cost.asLogged(), cost.loggedAgainst());
        }
        ArrayNode lifetimes = node.putArray("lifetimes");
        for (int l = 0; l < replay.lifetimes().size(); l++) {
            Tally tally = cost.lifetimes().get(l).replayed();
            ObjectNode one = lifetimes
                    .addObject()
                    .put("lifetime", replay.lifetimes().get(l).name())
                    .put("read", tally.read())
                    .put("written", tally.written())
                    .put("uncached", tally.plain());
            amount(
                    one,
                    cost.lifetimes().get(l).amount(),
                    cost.against(cost.lifetimes().get(l).amount()));
        }
        node.put("requestsOfOthers", cost.others());
    }

    private static void amount(ObjectNode node, ReplayCost.Amount amount, Optional<Double> against) {
        ExactMoney money = amount.money();
        if (money != null) {
            node.put("amount", JsonText.plain(money.value()))
                    .put("currency", money.currency().code());
            against.ifPresent(part -> JsonNodes.put(node, "againstNoCache", part));
        } else {
            node.put("unpriced", String.valueOf(amount.why()));
        }
    }

    private static void rates(ObjectNode node, HitCounts counts) {
        ObjectNode rates = node.putObject("hitRates");
        for (HitCounts.Meaning meaning : counts.known()) {
            ObjectNode rate = rates.putObject(Names.word(meaning));
            counts.rate(meaning).ifPresent(value -> JsonNodes.put(rate, "value", value));
            JsonNodes.put(rate, "numerator", counts.numerator(meaning));
            rate.put("denominator", counts.denominator(meaning));
        }
    }
}
