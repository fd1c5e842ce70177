package app.steelyard.cli.usage;

import app.steelyard.app.prices.UnpricedName;
import app.steelyard.cli.terminal.Console;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.row.UsageFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Files with usage and a ledger that they come into. */
public final class UsageFiles extends LogFiles {
    private static final Texts TEXTS = Console.TEXTS;

    /** More would hide the figures. */
    private static final int MOST_DOUBTS = 20;

    @Option(names = "--ledger", paramLabel = "LEDGER", descriptionKey = "ledger")
    private @Nullable Path ledger;

    public @Nullable Path ledger() {
        return ledger;
    }

    /**
     * Opens the ledger, imports the files and lets {@code work} look at it. With Ctrl-C the ledger stays as it was, and
     * the work is not done.
     */
    public <T> T with(Console console, Function<Ledger, T> work) {
        return with(console, ledger -> "", (ledger, nothing) -> work.apply(ledger));
    }

    /** The same, but {@code first} looks at the ledger as it was before, and {@code work} is told what it saw. */
    public <B, T> T with(Console console, Function<Ledger, B> first, BiFunction<Ledger, B, T> work) {
        return with(
                console,
                () -> ledger == null ? Ledger.temporary() : Ledger.open(ledger),
                first,
                (opened, before, stopped) -> work.apply(opened, before));
    }

    /** Tells what makes figures doubtful, as an import does; the figures follow. */
    static void tellDoubts(Console console, LedgerView usage) {
        tellDoubts(console, usage.rejected(), usage.findings());
    }

    static void tellDoubts(Console console, List<Problem> rejected, List<UsageFinding> findings) {
        rejected.stream().limit(MOST_DOUBTS).forEach(console.err()::println);
        findings.stream()
                .filter(f -> f.severity() != UsageFinding.Severity.INFO)
                .map(UsageFinding::text)
                .distinct()
                .limit(MOST_DOUBTS)
                .forEach(text -> console.err().println("! " + text));
    }

    /** Tells what names have no price, what they may mean, and how to price them. */
    static void tellUnpriced(Console console, LedgerView usage, PricedModels models) {
        List<UnpricedName> names = UnpricedName.in(usage, models);
        if (names.isEmpty()) {
            return;
        }
        names.stream()
                .limit(MOST_DOUBTS)
                .forEach(n -> console.err()
                        .println(n.alike(models).stream()
                                .findFirst()
                                .map(meant -> TEXTS.get("usage.unpriced.alike", n.name(), n.tokens(), meant))
                                .orElseGet(() -> TEXTS.get("usage.unpriced", n.name(), n.tokens()))));
        List<UnpricedName> untold = names.subList(Math.min(MOST_DOUBTS, names.size()), names.size());
        if (!untold.isEmpty()) {
            console.err()
                    .println(TEXTS.get(
                            "usage.unpriced.more",
                            untold.size(),
                            untold.stream().mapToLong(UnpricedName::tokens).sum()));
        }
        console.err()
                .println(TEXTS.get(
                        "usage.unpriced.how",
                        names.stream()
                                .limit(MOST_DOUBTS)
                                .map(UnpricedName::name)
                                .collect(Collectors.joining(" "))));
    }
}
