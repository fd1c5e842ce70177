package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.cost.engine.Batch;
import app.steelyard.cost.result.Measure;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Refusal;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import app.steelyard.whatif.map.DecisionMap;
import app.steelyard.whatif.search.Sweep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Weighs a plan along one number or over two. */
@Command(name = "sweep")
public final class SweepCommand extends PlanCommand {
    private static final int POINTS = 11;
    private static final int COLUMNS = 60;
    private static final int ROWS = 20;

    @Option(names = "--x", paramLabel = "AXIS", required = true, converter = SweepAxis.Reader.class)
    private @Nullable SweepAxis x;

    @Option(names = "--y", paramLabel = "AXIS", converter = SweepAxis.Reader.class)
    private @Nullable SweepAxis y;

    @Option(names = "--result", paramLabel = "RESULT", converter = Arguments.ResultName.class)
    private @Nullable Result result;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.Format format = Arguments.Format.text;

    public SweepCommand(Console console) {
        super(console);
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
        Plan read = read();
        PriceBook book = console.book(read);
        String text;
        try {
            text = across == null ? line(read, book, along) : map(read, book, along, across);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return print(text);
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
        Plan stated = along.number(read).stated(across.number(read).stated(read));
        DecisionMap map = DecisionMap.of(Batch.of(stated, book), along.axis(read, COLUMNS), across.axis(read, ROWS));
        return switch (format) {
            case text -> SweepText.map(map);
            case csv -> SweepCsv.map(map);
            case json -> SweepJson.map(map);
        };
    }
}
