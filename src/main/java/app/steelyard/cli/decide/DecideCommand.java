package app.steelyard.cli.decide;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.BadInput;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.Plans;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.Flips;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.answers.AnswersCodec;
import app.steelyard.decision.answers.AnswersException;
import app.steelyard.decision.answers.AnswersFile;
import app.steelyard.decision.answers.SampleAnswers;
import app.steelyard.decision.answers.Sketch;
import app.steelyard.document.DocumentException;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.json.JsonReader;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.report.record.DecisionRecord;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.PromptException;
import app.steelyard.tokens.PromptFile;
import app.steelyard.tokens.TokenCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides on a plan, with answers or without. */
@Command(name = "decide", resourceBundle = "app.steelyard.cli.messages", mixinStandardHelpOptions = true)
public final class DecideCommand implements Callable<Integer> {
    static final String ANSWERS = "answers:";

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

    /** What to decide on, and the name and digest of where the plan came from. */
    private record Subject(Plan plan, Answers answers, String name, String digest) {}

    @Override
    public Integer call() throws Exception {
        PriceBook book = console.book();
        Subject subject = subject(book);
        console.tellUnlisted(subject.plan());
        if (subject.plan().items().isEmpty()) {
            throw new BadInput(Console.TEXTS.get("decide.noItems", file));
        }
        Decision decision = Decision.of(subject.plan(), subject.answers(), book);
        List<Flip> flips = Flips.of(decision, book);
        console.out()
                .print(
                        switch (format) {
                            case text -> DecideText.of(decision, flips);
                            case json -> DecideJson.of(decision, flips);
                            case madr -> DecisionRecord.markdown(decision, flips, book, details(subject));
                        });
        return ExitCodes.DONE;
    }

    private DecisionRecord.Details details(Subject subject) {
        LocalDate day = date == null ? LocalDate.now(ZoneId.systemDefault()) : date;
        return DecisionRecord.Details.proposed(day, subject.name(), subject.digest());
    }

    private Subject subject(PriceBook book) throws DocumentException, AnswersException {
        if (file.startsWith(ANSWERS)) {
            return subject(sample(file), "", Path.of(""), book);
        }
        if (!file.startsWith(Plans.SAMPLE)) {
            Path path = Plans.path(file);
            String text = text(path);
            if (text != null && AnswersCodec.looksLikeAnswers(text, file)) {
                return subject(AnswersCodec.read(text, file), text, path, book);
            }
        }
        return planned(file, file, Answers.NONE);
    }

    /** The answers of a sample, {@code answers:NAME}. */
    static AnswersFile sample(String argument) {
        String id = argument.substring(ANSWERS.length());
        return SampleAnswers.of(id)
                .orElseThrow(() -> new BadInput(
                        Console.TEXTS.get("decide.answers.unknown", id, String.join(", ", SampleAnswers.IDS))));
    }

    /** The file's text; null where it cannot be read, which reading it as a plan then explains. */
    private static @Nullable String text(Path path) {
        try {
            boolean small = Files.isRegularFile(path) && Files.size(path) <= JsonReader.MAX_BYTES;
            return small ? Files.readString(path) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private Subject subject(AnswersFile answers, String text, Path path, PriceBook book)
            throws DocumentException, AnswersException {
        Subject stated = stated(answers, text, path);
        Plan plan = answers.prompt() == null
                ? stated.plan()
                : counted(stated.plan(), path.resolveSibling(Plans.path(answers.prompt())));
        AnswersCodec.check(answers, plan, book, file);
        return new Subject(plan, stated.answers(), stated.name(), stated.digest());
    }

    private Subject stated(AnswersFile answers, String text, Path path) throws DocumentException {
        Sketch sketch = answers.sketch();
        if (sketch != null) {
            return new Subject(sketch.plan(), answers.answers(), file, digest(text));
        }
        String plan = Objects.requireNonNull(answers.plan());
        String argument = plan.startsWith(Plans.SAMPLE)
                ? plan
                : path.resolveSibling(Plans.path(plan)).toString();
        return planned(argument, plan, answers.answers());
    }

    private static Plan counted(Plan plan, Path prompt) {
        try {
            TokenCounter counter = TokenCounter.of(plan.inference().model());
            PromptCount count = PromptCount.of(PromptFile.read(prompt), counter);
            return AnswersFile.counted(plan, count.items(), count.source());
        } catch (PromptException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }

    private static Subject planned(String argument, String name, Answers answers) throws DocumentException {
        if (argument.startsWith(Plans.SAMPLE)) {
            Plan sample = Plans.read(argument);
            return new Subject(sample, answers, name, digest(PlanCodec.write(sample)));
        }
        PlanFile read = PlanFile.open(Plans.path(argument));
        return new Subject(read.plan(), answers, name, read.content());
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
