package app.steelyard.cli.decide;

import app.steelyard.app.plan.NewPlan;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.plan.TakenPreset;
import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a preset into a plan. */
@Command(name = "preset")
public final class PresetCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    @Parameters(paramLabel = "NAME", descriptionKey = "NAME")
    private String name = "";

    @Option(names = "--into", paramLabel = "PLAN", required = true)
    private String into = "";

    @Option(names = "--sessions", paramLabel = "N")
    private @Nullable String sessions;

    @Option(names = "--model", paramLabel = "VENDOR/ID", converter = Arguments.Reference.class)
    private @Nullable PriceRef model;

    @Option(names = "--dry-run")
    private boolean dry;

    public PresetCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Path file = PlanSource.path(into);
        boolean begins = Files.notExists(file);
        if (model != null && !begins) {
            throw wrong(TEXTS.get("preset.model", into));
        }
        Preset preset = Presets.named(name);
        TakenPreset taken = TakenPreset.into(file, fresh(preset), preset, sessionsPerMonth(), dry);
        if (begins) {
            console.err().println(TEXTS.get("preset.begins", into));
        }
        if (dry) {
            console.out().print(PlanCodec.write(taken.plan()));
            console.err().print(told(taken));
        } else {
            console.out().print(told(taken));
        }
        return ExitCodes.DONE;
    }

    /** The plan to begin with, on the model that is named. */
    private Plan fresh(Preset preset) {
        PriceBook book = console.book();
        PriceRef chosen = model == null ? NewPlan.model(book) : model;
        if (book.model(chosen).isEmpty()) {
            throw UnlistedModel.refused(chosen, book);
        }
        return NewPlan.of(chosen, LocalDate.now(ZoneId.systemDefault())).withName(preset.name());
    }

    private @Nullable Double sessionsPerMonth() {
        String typed = sessions;
        if (typed == null) {
            return null;
        }
        double value;
        try {
            value = NumberReader.plain()
                    .read(typed, PlanField.SESSIONS_PER_MONTH.unit())
                    .orThrow();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        PlanValidator.check(PlanField.SESSIONS_PER_MONTH, value).ifPresent(p -> {
            throw wrong(p.reason());
        });
        return value;
    }

    private String told(TakenPreset taken) {
        StringBuilder text = new StringBuilder();
        text.append(TEXTS.get(
                        dry ? "preset.would" : "preset.done",
                        into,
                        taken.preset().name()))
                .append('\n');
        taken.added()
                .ifPresent(i -> text.append(TEXTS.get("preset.added", i.name())).append('\n'));
        for (TakenPreset.Change change : taken.changes()) {
            text.append(TEXTS.get(
                            change.before().isEmpty() ? "preset.new" : "preset.change",
                            change.label(),
                            change.before(),
                            change.after()))
                    .append('\n');
            if (!change.source().isEmpty()) {
                text.append(TEXTS.get("preset.source", change.source())).append('\n');
            }
        }
        if (taken.changes().isEmpty()) {
            text.append(TEXTS.get("preset.nothing")).append('\n');
        }
        return text.toString();
    }
}
