package app.steelyard.cli.usage;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.replay.Actual;
import app.steelyard.usage.replay.CacheSteps;
import app.steelyard.usage.replay.HitCounts;
import app.steelyard.usage.replay.Replay;
import app.steelyard.usage.replay.ReplayLifetime;
import app.steelyard.usage.replay.Tally;
import app.steelyard.usage.store.RequestLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A replay for a terminal. */
final class ReplayText {
    private static final Texts TEXTS = Console.TEXTS;

    private final ReplayCommand.Told told;
    private final Replay replay;
    private final StringBuilder text = new StringBuilder();

    ReplayText(ReplayCommand.Told told) {
        this.told = told;
        this.replay = told.replay();
    }

    /** Why nothing can be replayed. */
    static String nothing(Replay replay) {
        return TEXTS.get("replay.nothing") + missing(replay.left());
    }

    private static String missing(RequestLog.Left left) {
        StringBuilder all = new StringBuilder();
        missing(all, "replay.sums", left.sums());
        missing(all, "replay.timeless", left.timeless());
        missing(all, "replay.chainless", left.chainless());
        return all.toString();
    }

    private static void missing(StringBuilder all, String key, long rows) {
        if (rows > 0) {
            all.append(' ').append(TEXTS.get(key, rows));
        }
    }

    String text() {
        for (Replay.Part part : replay.parts()) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            part(part);
        }
        if (replay.left().all() > 0) {
            line(TEXTS.get("replay.left") + missing(replay.left()));
        }
        return text.toString();
    }

    private void part(Replay.Part part) {
        Tally all = part.tallies().replayed(0);
        String requests = Numbers.count((double) all.requests());
        String input = Numbers.count((double) all.input());
        switch (part.basis()) {
            case BLOCKS ->
                line(TEXTS.get("replay.blocks", requests, input, Numbers.count((double)
                        all.counts().blocks())));
            case SESSIONS -> line(TEXTS.get("replay.sessions", requests, input, part.sessions()));
        }
        line(TEXTS.get(replay.fixed() ? "replay.fixed" : "replay.renewed") + " " + steps(part));
        text.append('\n').append(table(part));
        Actual actual = part.tallies().actual();
        if (actual.readFirst() > 0) {
            line(TEXTS.get("replay.first", Numbers.count((double) actual.readFirst())));
        }
        told.log().costs(part).forEach(cost -> text.append('\n').append(new ReplayCostText(replay, cost).text()));
    }

    private static String steps(Replay.Part part) {
        List<CacheSteps> steps = part.tallies().steps();
        return TEXTS.get(
                "replay.minimum",
                steps.stream()
                        .map(CacheSteps::minimum)
                        .distinct()
                        .sorted()
                        .map(m -> Numbers.count((double) m))
                        .collect(Collectors.joining(", ")));
    }

    private String table(Replay.Part part) {
        TextTable table = new TextTable(1);
        List<HitCounts.Meaning> meanings = part.tallies().replayed(0).counts().known();
        List<String> head = new ArrayList<>(List.of(TEXTS.get("replay.lifetime")));
        meanings.forEach(m -> {
            head.add(TEXTS.name(m));
            head.add("");
        });
        table.row(head);
        for (int l = 0; l < replay.lifetimes().size(); l++) {
            table.row(row(
                    name(replay.lifetimes().get(l)), part.tallies().replayed(l).counts(), meanings));
        }
        if (isMeasured(part)) {
            table.row(row(TEXTS.get("replay.measured"), part.tallies().actual().counts(), meanings));
        }
        return table.text();
    }

    /** Whether the log tells what its requests really read. */
    static boolean isMeasured(Replay.Part part) {
        return part.basis() == Replay.Basis.SESSIONS && part.tallies().actual().readsStated();
    }

    private static List<String> row(String name, HitCounts counts, List<HitCounts.Meaning> meanings) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (HitCounts.Meaning meaning : meanings) {
            cells.add(rate(counts, meaning));
            cells.add(TEXTS.get("replay.fraction", Numbers.count(counts.numerator(meaning)), Numbers.count((double)
                    counts.denominator(meaning))));
        }
        return cells;
    }

    static String rate(HitCounts counts, HitCounts.Meaning meaning) {
        return counts.rate(meaning).stream()
                .mapToObj(Numbers::percent)
                .findFirst()
                .orElse("–");
    }

    static String name(ReplayLifetime lifetime) {
        if (!lifetime.caches()) {
            return TEXTS.get("replay.none");
        }
        if (lifetime.equals(ReplayLifetime.UNLIMITED)) {
            return TEXTS.get("replay.unlimited");
        }
        long seconds = lifetime.millis() / 1000;
        return seconds % 60 == 0 && (seconds < 3600 || seconds % 3600 == 0) ? KpisText.span(seconds) : lifetime.name();
    }

    private void line(String sentence) {
        text.append(sentence).append('\n');
    }
}
