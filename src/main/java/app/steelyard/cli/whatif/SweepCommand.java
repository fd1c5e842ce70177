package app.steelyard.cli.whatif;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Refusal;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.search.Sweep;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Weighs a plan along one number or over two. */
@Command(name = "sweep", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class SweepCommand implements Callable<Integer> {
    private static final int POINTS = 11;
    private static final int COLUMNS = 60;
    private static final int ROWS = 20;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--x", paramLabel = "AXIS", required = true, converter = SweepAxis.Reader.class)
    private @Nullable SweepAxis x;

    @Option(names = "--y", paramLabel = "AXIS", converter = SweepAxis.Reader.class)
    private @Nullable SweepAxis y;

    @Option(names = "--result", paramLabel = "RESULT", converter = Arguments.ResultName.class)
    private @Nullable Result result;

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    public SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        SweepAxis along = x;
        SweepAxis across = y;
        if (along == null) {
            throw new IllegalStateException("picocli asks for --x");
        }
        if (across != null && result != null) {
            throw wrong(Console.TEXTS.get("sweep.result"));
        }
        Plan read = PlanSource.asOf(PlanSource.read(plan), asOf);
        PriceBook book = console.book(read);
        String text;
        try {
            text = across == null ? line(read, book, along) : map(read, book, along, across);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        console.out().print(text);
        return ExitCodes.DONE;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String line(Plan read, PriceBook book, SweepAxis along) {
        Result wanted = result == null ? Result.of(Measure.TCO) : result;
        Sweep sweep = Sweep.of(
                read,
                book,
                wanted.figure(),
                along.span(read),
                along.number(read),
                along.count().orElse(POINTS),
                () -> false);
        if (wanted.subject() != Subject.CHEAPEST) {
            sweep = sweep.only(read, wanted.subject());
            if (sweep.architectures().isEmpty()) {
                throw new Refusal(
                        Console.TEXTS.get("whatif.noDesign", wanted.subject().key()));
            }
        }
        return switch (format) {
            case text -> SweepText.line(read, sweep);
            case csv -> SweepCsv.line(sweep);
            case json -> SweepJson.line(read, sweep);
        };
    }

    private String map(Plan read, PriceBook book, SweepAxis along, SweepAxis across) {
        if (along.number(read).equals(across.number(read))) {
            throw new IllegalArgumentException(Console.TEXTS.get("sweep.same", along.field()));
        }
        DecisionMap map = DecisionMap.of(Batch.of(read, book), along.axis(read, COLUMNS), across.axis(read, ROWS));
        return switch (format) {
            case text -> SweepText.map(map);
            case csv -> SweepCsv.map(map);
            case json -> SweepJson.map(map);
        };
    }
}
