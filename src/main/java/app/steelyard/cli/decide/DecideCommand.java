package app.steelyard.cli.decide;

import app.steelyard.app.decide.DecisionSource;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.TerminalProgress;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.record.DecisionRecord;
import app.steelyard.text.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on a plan, with answers or without. */
@Command(name = "decide", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class DecideCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ANSWERS|PLAN", descriptionKey = "FILE")
    private String file = "";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.DecisionFormat format = Arguments.DecisionFormat.text;

    @Option(names = "--date", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate date;

    public DecideCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        PriceBook book = console.book();
        DecisionSource subject = DecisionSource.read(file, book);
        console.tellUnlisted(subject.plan());
        if (subject.plan().items().isEmpty()) {
            throw new Refusal(Console.TEXTS.get("decide.noItems", file));
        }
        Decision decision = Decision.of(subject.plan(), subject.answers(), book);
        List<Flip> flips = flips(decision, book);
        console.out()
                .print(
                        switch (format) {
                            case text -> DecideText.of(decision, flips);
                            case json -> DecideJson.of(decision, flips);
                            case madr -> DecisionRecord.markdown(decision, flips, book, details(subject));
                        });
        return ExitCodes.DONE;
    }

    /** Looks for them, and says how far it is where somebody waits. */
    private List<Flip> flips(Decision decision, PriceBook book) {
        if (!console.terminal()) {
            return Flips.of(decision, book);
        }
        try (TerminalProgress terminal = new TerminalProgress(console.err())) {
            return Flips.of(decision, book, share -> terminal.at(Console.TEXTS.get("decide.looking"), share));
        }
    }

    private DecisionRecord.Details details(DecisionSource subject) {
        LocalDate day = date == null ? LocalDate.now(ZoneId.systemDefault()) : date;
        return DecisionRecord.Details.proposed(day, subject.name(), subject.digest());
    }
}
