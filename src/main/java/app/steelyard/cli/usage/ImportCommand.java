package app.steelyard.cli.usage;

import app.steelyard.app.usage.MeasuredPlan;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.Roles;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Refusal;
import app.steelyard.usage.PlanEdit;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.input.Documents;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.ledger.RejectsCsv;
import app.steelyard.usage.ledger.SessionSums;
import app.steelyard.usage.row.UsageFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads usage exports and puts what they measure into a plan. */
@Command(name = "import")
public final class ImportCommand extends ConsoleCommand {
    private static final Path NEW_PLAN = Path.of("usage" + PlanFile.ENDING);

    @Mixin
    private UsageFiles files = new UsageFiles();

    @ArgGroup
    private @Nullable Target target;

    @ArgGroup
    private @Nullable Choice choice;

    @Option(names = "--rejects", paramLabel = "REJECTS")
    private @Nullable Path rejects;

    @Option(names = "--project", paramLabel = "PROJECT")
    private @Nullable String project;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    /** Where the plan goes; one of these at most. */
    private static final class Target {
        @Option(names = "--into", paramLabel = "PLAN")
        private @Nullable Path into;

        @Option(names = "--out", paramLabel = "PLAN")
        private @Nullable Path out;

        @Option(names = "--dry-run")
        private boolean none;
    }

    /** Which rows count; one of these at most. */
    private static final class Choice {
        @Option(names = "--model", paramLabel = "MODEL")
        private @Nullable String model;

        @Option(names = "--all-models")
        private boolean all;
    }

    /** A ledger that outlives the import, with everything in it. */
    record Kept(Path file, LedgerView usage) {}

    public ImportCommand(Console console) {
        super(console);
    }

    /**
     * What the ledger holds after the import.
     *
     * @param added what of it the files given brought
     * @param accepted rows of the files given that count now, or did already
     * @param mapped what people said names of models are priced as
     */
    private record Read(
            LedgerView usage,
            LedgerView added,
            long accepted,
            Map<String, PriceRef> mapped,
            List<SessionSums> sessions) {}

    @Override
    public Integer call() {
        if (files.files().isEmpty()) {
            throw wrong(Console.TEXTS.get("import.noFile"));
        }
        if (files.ledger() != null && target != null && target.none) {
            throw wrong(Console.TEXTS.get("import.dryLedger"));
        }
        List<@Nullable Path> inputs = new ArrayList<>(files.files());
        inputs.add(files.mapping());
        Roles.apart(inputs, Arrays.asList(rejects, files.ledger(), wanted() ? destination() : null));
        if (rejects != null && Files.exists(rejects) && !RejectsCsv.is(rejects)) {
            // A folder or pattern is many inputs.
            Roles.apart(new ArrayList<>(Documents.files(files.files())), Arrays.asList(rejects));
        }
        Optional<PlanFile> existing = existing();
        Read read =
                files.with(console, ledger -> files.ledger() == null ? LedgerView.EMPTY : ledger.view(), this::read);
        LedgerView usage = read.usage;
        long accepted = read.accepted;
        List<UsageFinding> findings = new ArrayList<>(read.added.findings());
        Optional<Path> written = Optional.empty();
        if (accepted > 0 && wanted()) {
            PricedModels prices = new PricedModels(console.book(), read.mapped);
            PlanEdit edit = MeasuredPlan.of(
                    existing.map(PlanFile::plan), usage, read.sessions, selection(), prices, console.book());
            findings.addAll(edit.findings());
            UsageFiles.tellUnpriced(console, usage, prices);
            written = write(edit, existing);
        }
        boolean text = format == Arguments.PlainFormat.text;
        if (!text) {
            console.out().print(ImportJson.of(read.added, findings, kept(usage), written));
        } else {
            // Where nothing could be read there is no result, only a complaint.
            (accepted == 0 ? console.err() : console.out()).print(ImportText.of(read.added, findings, kept(usage)));
            written.ifPresent(path -> console.out().println(Console.TEXTS.get("import.written", path)));
        }
        return ExitCodes.of(accepted > 0 && (!wanted() || written.isPresent()));
    }

    /** Whether a plan is to be written; a ledger that is kept is enough of a result. */
    private boolean wanted() {
        return target == null ? files.ledger() == null : !target.none;
    }

    private Optional<Kept> kept(LedgerView usage) {
        return Optional.ofNullable(files.ledger()).map(file -> new Kept(file, usage));
    }

    private Read read(Ledger ledger, LedgerView earlier) {
        int before = earlier.lastSource();
        if (rejects == null) {
            int[] listed = {0};
            ledger.eachRejected(before, r -> {
                if (listed[0]++ < LedgerView.MAX_LISTED) {
                    console.err()
                            .println(r.file() + ":" + r.line() + ": "
                                    // A sentence that begins with the field need not have it before it as well.
                                    + (r.pointer().isEmpty() || r.reason().startsWith(r.pointer() + " ")
                                            ? ""
                                            : r.pointer() + ": ")
                                    + r.reason());
                }
            });
        } else {
            try {
                long rows = RejectsCsv.write(ledger, before, rejects);
                console.err().println(Console.TEXTS.get("import.rejects", rows, rejects));
            } catch (IOException e) {
                throw new Refusal(Console.TEXTS.get("import.rejects.failed", rejects));
            }
        }
        LedgerView usage = ledger.view();
        LedgerView added = files.ledger() == null ? usage : ledger.since(earlier);
        long accepted = added.files().stream()
                .mapToLong(f -> f.accepted() + (before > 0 ? f.duplicates() : 0))
                .sum();
        return new Read(usage, added, accepted, ledger.pricedAs(), ledger.sessions());
    }

    private Path destination() {
        if (target == null) {
            return NEW_PLAN;
        }
        return target.into != null ? target.into : target.out != null ? target.out : NEW_PLAN;
    }

    /** The plan to put the usage into, read before anything else so that a mistake costs no time. */
    private Optional<PlanFile> existing() {
        Path path = destination();
        if (!wanted() || !Files.exists(path)) {
            return Optional.empty();
        }
        if (target != null && target.into != null) {
            return Optional.of(PlanFile.open(path));
        }
        throw new Refusal(Console.TEXTS.get("import.exists", path));
    }

    private Selection selection() {
        Selection selection;
        if (choice == null) {
            selection = Selection.largestModel();
        } else {
            selection = choice.all || choice.model == null ? Selection.everyModel() : Selection.ofModel(choice.model);
        }
        return selection.inProject(project);
    }

    private Optional<Path> write(PlanEdit edit, Optional<PlanFile> existing) {
        Optional<Plan> plan = edit.plan();
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Path path = destination();
        PlanFile.save(path, plan.get(), existing.orElse(null));
        return Optional.of(path);
    }
}
