package app.steelyard.cli.decide;

import app.steelyard.app.plan.FirstAnswers;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.plan.SystemKind;
import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a new plan from the answers to five questions. */
@Command(name = "new")
public final class NewCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String STANDARD_INPUT = "-";
    /** What a person sees at once; the file has all. */
    private static final List<PlanField> TOLD = List.of(
            PlanField.SESSIONS_PER_MONTH,
            PlanField.REQUESTS_PER_MONTH,
            PlanField.TURNS,
            PlanField.GAP_MEDIAN,
            PlanField.OUTPUT_TOKENS,
            PlanField.TENANTS,
            PlanField.USERS);

    @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
    private String file = "";

    @Option(names = "--for", paramLabel = "KIND")
    private @Nullable String kind;

    @Option(names = "--name", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--tenants", paramLabel = "N")
    private @Nullable String tenants;

    @Option(names = "--users", paramLabel = "N")
    private @Nullable String users;

    @Option(names = "--sessions", paramLabel = "N")
    private @Nullable String sessions;

    @Option(names = "--requests", paramLabel = "N")
    private @Nullable String requests;

    @Option(names = "--turns", paramLabel = "N")
    private @Nullable String turns;

    @Option(names = "--gap", paramLabel = "TIME")
    private @Nullable String gap;

    @Option(names = "--items", paramLabel = "FILE")
    private @Nullable String items;

    @Option(names = "--model", paramLabel = "VENDOR/ID", converter = Arguments.Reference.class)
    private @Nullable PriceRef model;

    @Option(names = "--overwrite")
    private boolean overwrite;

    @Option(names = "--dry-run")
    private boolean dry;

    public NewCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Path path = PlanSource.path(file);
        if (Files.exists(path) && !overwrite && !dry) {
            throw new Refusal(TEXTS.get("new.exists", file));
        }
        PriceBook book = console.book();
        PriceRef chosen = model;
        if (chosen != null && book.model(chosen).isEmpty()) {
            throw UnlistedModel.refused(chosen, book);
        }
        Plan plan = answers().plan(book, LocalDate.now(ZoneId.systemDefault()));
        plan = name == null ? plan : plan.withName(name);
        if (dry) {
            console.out().print(PlanCodec.write(plan));
            console.err().print(told(plan));
        } else {
            PlanFile.save(path, plan, null);
            console.out().print(told(plan));
        }
        return ExitCodes.DONE;
    }

    private FirstAnswers answers() {
        if (tenants != null && users != null) {
            throw wrong(TEXTS.get("new.oneOf", "--tenants", "--users"));
        }
        if (sessions != null && requests != null) {
            throw wrong(TEXTS.get("new.oneOf", "--sessions", "--requests"));
        }
        FirstAnswers answers = FirstAnswers.NONE
                .withKind(kind == null ? SystemKind.OTHER : kind(kind))
                .withShared(tenants != null ? Scope.TENANT : users != null ? Scope.USER : Scope.SHARED)
                .withItems(table())
                .withModel(model);
        answers = with(answers, PlanField.TENANTS, "--tenants", tenants);
        answers = with(answers, PlanField.USERS, "--users", users);
        answers = with(answers, PlanField.TURNS, "--turns", turns);
        answers = with(answers, PlanField.GAP_MEDIAN, "--gap", gap);
        answers = with(answers, PlanField.SESSIONS_PER_MONTH, "--sessions", sessions);
        return with(answers, PlanField.REQUESTS_PER_MONTH, "--requests", requests);
    }

    private SystemKind kind(String word) {
        try {
            return SystemKind.named(word);
        } catch (Refusal e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private FirstAnswers with(FirstAnswers answers, PlanField field, String option, @Nullable String typed) {
        if (typed == null) {
            return answers;
        }
        double value;
        try {
            value = NumberReader.plain().read(typed, field.unit()).orThrow();
        } catch (IllegalArgumentException e) {
            throw wrong(TEXTS.get("new.option", option, String.valueOf(e.getMessage())));
        }
        PlanValidator.check(field, value).ifPresent(p -> {
            throw wrong(TEXTS.get("new.option", option, p.reason()));
        });
        return answers.with(field, value);
    }

    /** The table of items, from a file or what is piped in. */
    private String table() {
        String from = items;
        if (from == null) {
            return "";
        }
        try {
            byte[] bytes =
                    from.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(PlanSource.path(from));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Refusal(TEXTS.get("new.items.unread", from));
        }
    }

    private String told(Plan plan) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                TEXTS.get(
                        dry ? "new.would" : "new.done",
                        file,
                        plan.name(),
                        plan.inference().model()));
        for (boolean assumed : List.of(false, true)) {
            TOLD.stream()
                    .filter(f -> !follows(plan, f)
                            && f.matters(plan)
                            && Assumed.is(plan, f) == assumed
                            && !Double.isNaN(f.get(plan)))
                    .forEach(f -> line(text, TEXTS.get(assumed ? "new.assumed" : "new.stated", label(plan, f))));
        }
        long more =
                PlanNumber.of(plan).stream().filter(n -> Assumed.is(plan, n)).count();
        line(text, TEXTS.get("new.more", more));
        line(text, TEXTS.get(Assumed.throughout(plan) ? "new.first" : "new.next", file));
        return text.toString();
    }

    /** Whether it is told by others. */
    private static boolean follows(Plan plan, PlanField field) {
        return field == PlanField.REQUESTS_PER_MONTH && PlanField.SESSIONS_PER_MONTH.matters(plan);
    }

    private static String label(Plan plan, PlanField field) {
        return TEXTS.get("new.number", NumberLabels.of(plan, field), NumberLabels.value(plan, field, field.get(plan)));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
