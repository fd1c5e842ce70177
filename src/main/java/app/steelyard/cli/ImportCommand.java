package app.steelyard.cli;

import app.steelyard.document.PlanFile;
import app.steelyard.document.PlanFileException;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.usage.FileReport;
import app.steelyard.usage.Ledger;
import app.steelyard.usage.LedgerView;
import app.steelyard.usage.PlanEdit;
import app.steelyard.usage.Progress;
import app.steelyard.usage.Selection;
import app.steelyard.usage.UsageToPlan;
import app.steelyard.usage.format.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads usage exports and puts what they measure into a plan. */
@Command(name = "import", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final Path NEW_PLAN = Path.of("usage" + PlanFile.ENDING);
    /** Where an export states no model. */
    private static final PriceRef MODEL = PriceRef.parse("openai/gpt-5.1");

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files = new ArrayList<>();

    @ArgGroup
    private @Nullable Target target;

    @ArgGroup
    private @Nullable Choice choice;

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

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws PlanFileException {
        Optional<PlanFile> existing = existing();
        LedgerView usage;
        try (Ledger ledger = Ledger.temporary()) {
            ledger.add(files, Progress.NONE);
            usage = ledger.view();
        }
        long accepted = usage.files().stream().mapToLong(FileReport::accepted).sum();
        usage.rejected()
                .forEach(r -> console.err()
                        .println(r.file() + ":" + r.line() + ": " + (r.pointer().isEmpty() ? "" : r.pointer() + ": ")
                                + r.reason()));
        List<Finding> findings = new ArrayList<>(usage.findings());
        Optional<Path> written = Optional.empty();
        if (accepted > 0 && (target == null || !target.none)) {
            PlanEdit edit = existing.isPresent()
                    ? UsageToPlan.into(existing.get().plan(), usage, selection())
                    : UsageToPlan.newPlan(usage, selection(), console.book(), MODEL);
            findings.addAll(edit.findings());
            written = write(edit, existing);
        }
        boolean text = format == Arguments.PlainFormat.text;
        if (!text) {
            console.out().print(ImportJson.of(usage, findings, written));
        } else {
            // Where nothing could be read there is no result, only a complaint.
            (accepted == 0 ? console.err() : console.out()).print(ImportText.of(usage, findings));
            written.ifPresent(path -> console.out().println(Console.TEXTS.get("import.written", path)));
        }
        boolean wanted = target == null || !target.none;
        return accepted == 0 || (wanted && written.isEmpty()) ? ExitCodes.BAD_INPUT : ExitCodes.DONE;
    }

    private Path destination() {
        if (target == null) {
            return NEW_PLAN;
        }
        return target.into != null ? target.into : target.out != null ? target.out : NEW_PLAN;
    }

    /** The plan to put the usage into, read before anything else so that a mistake costs no time. */
    private Optional<PlanFile> existing() throws PlanFileException {
        Path path = destination();
        if (target != null && target.none || !Files.exists(path)) {
            return Optional.empty();
        }
        if (target != null && target.into != null) {
            return Optional.of(PlanFile.open(path));
        }
        throw new BadInput(Console.TEXTS.get("import.exists", path));
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

    private Optional<Path> write(PlanEdit edit, Optional<PlanFile> existing) throws PlanFileException {
        Optional<Plan> plan = edit.plan();
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Path path = destination();
        PlanFile.save(path, plan.get(), existing.orElse(null));
        return Optional.of(path);
    }
}
