package app.steelyard.cli.decide;

import app.steelyard.app.decide.AnsweredPlan;
import app.steelyard.app.decide.DecisionSource;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TerminalProgress;
import app.steelyard.decision.Agreement;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.decision.setup.Setup;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.record.DecisionRecord;
import app.steelyard.text.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on a plan, with answers or without. */
@Command(name = "decide")
public final class DecideCommand extends ConsoleCommand {
    @Parameters(paramLabel = "ANSWERS|PLAN", descriptionKey = "FILE")
    private String file = "";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.DecisionFormat format = Arguments.DecisionFormat.text;

    @Option(names = "--date", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate date;

    @Option(names = "--details")
    private boolean details;

    public DecideCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        PriceBook book = console.book();
        DecisionSource subject = DecisionSource.read(file, book);
        console.tellUnlisted(subject.plan());
        if (subject.plan().items().isEmpty()) {
            throw new Refusal(Console.TEXTS.get("decide.noItems", file));
        }
        Decided decided = decided(subject, book);
        Decision decision = decided.decision();
        List<Flip> flips = decided.flips();
        return print(
                switch (format) {
                    case text ->
                        DecideText.of(
                                decision,
                                flips,
                                Agreement.difference(decision, book),
                                Setup.of(decision, book),
                                details);
                    case json ->
                        DecideJson.of(decision, flips, Agreement.difference(decision, book), Setup.of(decision, book));
                    case madr -> DecisionRecord.markdown(decision, flips, book, details(subject));
                });
    }

    private record Decided(Decision decision, List<Flip> flips) {}

    /** Decides and looks for what would flip it, and says how far it is where somebody waits. */
    private Decided decided(DecisionSource subject, PriceBook book) {
        try (TerminalProgress terminal = new TerminalProgress(console.progress())) {
            DoubleConsumer progress = share -> {
                if (console.terminal()) {
                    terminal.at(Console.TEXTS.get("decide.looking"), share);
                }
            };
            Plan plan = AnsweredPlan.in(subject.plan(), subject.answers());
            Decision decision = Decision.of(plan, subject.answers(), book);
            progress.accept(0);
            return new Decided(decision, Flips.of(decision, book, progress));
        }
    }

    private DecisionRecord.Details details(DecisionSource subject) {
        LocalDate day = date == null ? LocalDate.now(ZoneId.systemDefault()) : date;
        return DecisionRecord.Details.proposed(day, subject.name(), subject.digest());
    }
}
