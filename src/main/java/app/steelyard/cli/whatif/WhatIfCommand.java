package app.steelyard.cli.whatif;

import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.app.whatif.TypedScenario;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.PlanCommand;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how sure a plan's answer is, and what to measure next. */
@Command(name = "whatif")
public final class WhatIfCommand extends PlanCommand {
    @Option(names = "--trials", paramLabel = "N", defaultValue = "" + TrialSettings.TRIALS)
    private int trials;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "" + TrialSettings.SEED)
    private long seed;

    @Option(names = "--threads", paramLabel = "T")
    private int threads = TrialSettings.DEFAULT.threads();

    @Option(names = "--design", paramLabel = "DESIGN", converter = Arguments.DesignName.class)
    private @Nullable Design design;

    @Option(names = "--scenario", paramLabel = "SCENARIO")
    private List<String> scenarios = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public WhatIfCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        if (trials < TrialSettings.FEWEST_TRIALS || trials > TrialSettings.MOST_TRIALS || threads < 1) {
            throw wrong(Console.TEXTS.get("whatif.settings", TrialSettings.FEWEST_TRIALS, TrialSettings.MOST_TRIALS));
        }
        Plan stated = read();
        for (String scenario : scenarios) {
            stated = with(stated, scenario);
        }
        PriceBook book = console.book(stated);
        Plan read = KnownErrors.in(stated, book);
        if (read.whatIf().ranges().isEmpty()) {
            throw new Refusal(Console.TEXTS.get("whatif.noRanges", named()));
        }
        Uncertainty found = found(read, book);
        Comparison comparison = Comparison.of(read, book);
        return print(format, () -> WhatIfText.of(found, comparison), () -> WhatIfJson.of(found, comparison));
    }

    private Plan with(Plan read, String scenario) {
        try {
            Plan with = TypedScenario.add(read, scenario);
            UnlistedModel.refuseOthers(named(), with, console::book);
            return with;
        } catch (IllegalArgumentException e) {
            throw wrong(Console.TEXTS.get("argument.scenario", String.valueOf(e.getMessage())));
        }
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
