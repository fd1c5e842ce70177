package app.steelyard.cli.usage;

import app.steelyard.text.ExactMoney;
import app.steelyard.text.Names;
import app.steelyard.usage.figures.UsageTotals;
import app.steelyard.usage.replay.HitCounts;
import app.steelyard.usage.replay.Replay;
import app.steelyard.usage.replay.ReplayCost;
import app.steelyard.usage.replay.Tally;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A replay for a spreadsheet: a row a lifetime, and one of what was measured; what is not known is empty. */
final class ReplayCsv {
    private static final MathContext PRECISION = new MathContext(12);
    private static final List<String> HEAD = List.of(
            "basis",
            "lifetime",
            "requests",
            "input",
            "read",
            "written",
            "uncached",
            "output",
            "tokenHitRate",
            "blocksRead",
            "blocks",
            "blockHitRate",
            "requestsHit",
            "requestHitRate",
            "shares",
            "meanHitRate");

    private ReplayCsv() {}

    static String of(ReplayCommand.Told told) {
        Replay replay = told.replay();
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            List<String> head = new ArrayList<>(HEAD);
            replay.parts().stream()
                    .limit(1)
                    .flatMap(p -> told.log().costs(p).stream())
                    .forEach(c -> head.add("cost(" + c.target().name() + ")"));
            csv.writeRecord(head);
            for (Replay.Part part : replay.parts()) {
                List<ReplayCost> costs = told.log().costs(part);
                for (int l = 0; l < replay.lifetimes().size(); l++) {
                    Tally tally = part.tallies().replayed(l);
                    int lifetime = l;
                    csv.writeRecord(row(
                            costs.stream().map(c -> c.lifetimes().get(lifetime).amount()),
                            part,
                            replay.lifetimes().get(l).name(),
                            tally.counts(),
                            String.valueOf(tally.written()),
                            tally.plain(),
                            tally.output()));
                }
                if (ReplayText.isMeasured(part)) {
                    UsageTotals totals = part.tallies().actual().totals();
                    csv.writeRecord(row(
                            costs.stream().map(ReplayCost::asLogged),
                            part,
                            "measured",
                            part.tallies().actual().counts(),
                            totals.writesStated()
                                    ? String.valueOf(
                                            totals.cacheWrite5m() + totals.cacheWrite1h() + totals.cacheWriteOther())
                                    : "",
                            totals.uncachedInput(),
                            totals.output()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(
            Stream<ReplayCost.@Nullable Amount> costs,
            Replay.Part part,
            String lifetime,
            HitCounts counts,
            String written,
            long uncached,
            long output) {
        boolean blocks = counts.blocks() > 0;
        List<String> cells = new ArrayList<>(List.of(
                Names.word(part.basis()),
                lifetime,
                String.valueOf(counts.requests()),
                String.valueOf(counts.input()),
                String.valueOf(counts.read()),
                written,
                String.valueOf(uncached),
                String.valueOf(output),
                rate(counts, HitCounts.Meaning.TOKENS)));
        cells.add(blocks ? String.valueOf(counts.blocksRead()) : "");
        cells.add(blocks ? String.valueOf(counts.blocks()) : "");
        cells.add(rate(counts, HitCounts.Meaning.BLOCKS));
        cells.add(String.valueOf(counts.hits()));
        cells.add(rate(counts, HitCounts.Meaning.REQUESTS));
        cells.add(plain(counts.shares()));
        cells.add(rate(counts, HitCounts.Meaning.MEAN));
        costs.forEach(c -> cells.add(c == null || c.money() == null ? "" : amount(c.money())));
        return cells;
    }

    private static String amount(ExactMoney money) {
        return money.value().stripTrailingZeros().toPlainString() + " "
                + money.currency().code();
    }

    private static String rate(HitCounts counts, HitCounts.Meaning meaning) {
        return counts.rate(meaning).stream()
                .mapToObj(ReplayCsv::plain)
                .findFirst()
                .orElse("");
    }

    private static String plain(double value) {
        return new BigDecimal(value, PRECISION).stripTrailingZeros().toPlainString();
    }
}
