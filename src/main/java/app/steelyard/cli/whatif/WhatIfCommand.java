package app.steelyard.cli.whatif;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cost.Comparison;
import app.steelyard.cost.KnownErrors;
import app.steelyard.cost.engine.Batch;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
import app.steelyard.text.Refusal;
import app.steelyard.whatif.story.Outlook;
import app.steelyard.whatif.story.Uncertainty;
import app.steelyard.whatif.trials.TrialSettings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how sure a plan's answer is, and what to measure next. */
@Command(name = "whatif", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class WhatIfCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--trials", paramLabel = "N", defaultValue = "" + TrialSettings.TRIALS)
    private int trials;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "" + TrialSettings.SEED)
    private long seed;

    @Option(names = "--threads", paramLabel = "T")
    private int threads = TrialSettings.DEFAULT.threads();

    @Option(names = "--design", paramLabel = "DESIGN", converter = Arguments.DesignName.class)
    private @Nullable Design design;

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public WhatIfCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (trials < TrialSettings.FEWEST_TRIALS || trials > TrialSettings.MOST_TRIALS || threads < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    Console.TEXTS.get("whatif.settings", TrialSettings.FEWEST_TRIALS, TrialSettings.MOST_TRIALS));
        }
        Plan stated = PlanSource.asOf(PlanSource.read(plan), asOf);
        PriceBook book = console.book(stated);
        Plan read = KnownErrors.in(stated, book);
        if (read.whatIf().ranges().isEmpty()) {
            throw new Refusal(Console.TEXTS.get("whatif.noRanges", plan));
        }
        Uncertainty found = found(read, book);
        Comparison comparison = Comparison.of(read, book);
        console.out()
                .print(
                        switch (format) {
                            case text -> WhatIfText.of(found, comparison);
                            case json -> WhatIfJson.of(found, comparison);
                        });
        return ExitCodes.DONE;
    }

    private Uncertainty found(Plan read, PriceBook book) {
        Batch batch = Batch.of(read, book);
        if (design != null && Outlook.indexOf(batch, design) < 0) {
            throw new Refusal(Console.TEXTS.get("whatif.noDesign", Names.word(design)));
        }
        return Uncertainty.of(
                batch, book, Optional.ofNullable(design), new TrialSettings(trials, seed, threads), () -> false);
    }
}
