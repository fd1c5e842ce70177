package app.steelyard.cli;

import app.steelyard.app.Program;
import app.steelyard.app.plan.PricesInForce;
import app.steelyard.cli.chart.ChartsCommand;
import app.steelyard.cli.check.SelfCheckCommand;
import app.steelyard.cli.cost.CostCommand;
import app.steelyard.cli.cost.ModelsCommand;
import app.steelyard.cli.cost.ReportCommand;
import app.steelyard.cli.cost.TokensCommand;
import app.steelyard.cli.decide.DecideCommand;
import app.steelyard.cli.decide.NewCommand;
import app.steelyard.cli.decide.OutcomesCommand;
import app.steelyard.cli.decide.PresetCommand;
import app.steelyard.cli.decide.PresetsCommand;
import app.steelyard.cli.decide.SamplesCommand;
import app.steelyard.cli.decide.SetupCommand;
import app.steelyard.cli.prices.PricesAddCommand;
import app.steelyard.cli.prices.PricesCapacityCommand;
import app.steelyard.cli.prices.PricesCommand;
import app.steelyard.cli.prices.PricesCompareCommand;
import app.steelyard.cli.prices.PricesDiffCommand;
import app.steelyard.cli.prices.PricesDiscountCommand;
import app.steelyard.cli.prices.PricesFindCommand;
import app.steelyard.cli.prices.PricesHistoryCommand;
import app.steelyard.cli.prices.PricesImportCommand;
import app.steelyard.cli.prices.PricesListCommand;
import app.steelyard.cli.prices.PricesShowCommand;
import app.steelyard.cli.prices.PricesValidateCommand;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.TerminalProgress;
import app.steelyard.cli.usage.ImportCommand;
import app.steelyard.cli.usage.ReplayCommand;
import app.steelyard.cli.usage.UsageCommand;
import app.steelyard.cli.usage.UsageFormatsCommand;
import app.steelyard.cli.usage.UsageKpisCommand;
import app.steelyard.cli.usage.UsageReconcileCommand;
import app.steelyard.cli.whatif.ClaimCommand;
import app.steelyard.cli.whatif.PlacementsCommand;
import app.steelyard.cli.whatif.SolveCommand;
import app.steelyard.cli.whatif.SweepCommand;
import app.steelyard.cli.whatif.WhatIfCommand;
import app.steelyard.document.AgreedFile;
import app.steelyard.document.PricesFolder;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Language;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code steelyard} and its subcommands. */
@Command(
        name = "steelyard",
        resourceBundle = "app.steelyard.cli.messages",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class)
public final class Cli implements Runnable {
    private static final Texts TEXTS = Console.TEXTS;

    private static final int HELP_WIDTH = 100;
    private static final String HELP = "help";

    /** In the order in which the help lists them. */
    private static final List<String> COMMANDS = List.of(
            "cost",
            "decide",
            "setup",
            "whatif",
            "sweep",
            "solve",
            "claim",
            "placements",
            "models",
            "import",
            "usage",
            "replay",
            "report",
            "charts",
            "prices",
            "new",
            "samples",
            "preset",
            "tokens",
            "selfcheck",
            HELP);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--debug", scope = ScopeType.INHERIT)
    private boolean debug;

    /** Of numbers in what is printed; arguments are plain in every language. */
    @Option(names = "--lang", paramLabel = "LANG", scope = ScopeType.INHERIT)
    void setLanguage(String tag) {
        Language.choose(Language.of(tag)
                .orElseThrow(() ->
                        new ParameterException(spec.commandLine(), TEXTS.get("argument.lang", tag, Language.tags()))));
    }

    private Cli() {}

    /** Reads the version that the build wrote. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {TEXTS.get("program.version", Program.version())};
        }
    }

    /** Runs a command with the shipped prices and the user's own; the result is the exit code. */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        Ansi ansi = terminal ? Ansi.AUTO : Ansi.OFF;
        Console console = new Console(out, err, PricesInForce::load, TerminalProgress.possible(terminal));
        return run(out, err, console, ansi, arguments);
    }

    public static int run(
            PrintStream out, PrintStream err, Ansi ansi, Supplier<PriceBookLoader.Loaded> prices, String... arguments) {
        return run(out, err, new Console(out, err, prices, false), ansi, arguments);
    }

    /** The help may be in colours, so it goes to {@code out} itself; all else by the console. */
    private static int run(PrintStream out, PrintStream plain, Console console, Ansi ansi, String... arguments) {
        PrintStream err = console.err();
        Language.choose(Language.ENGLISH);
        Cli root = new Cli();
        CommandLine line = new CommandLine(root);
        wanted(arguments).forEach(name -> line.addSubcommand(name, command(name, console, arguments)));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(int.class, new Arguments.SmallNumber())
                .registerConverter(long.class, new Arguments.WholeNumber())
                .setUsageHelpWidth(HELP_WIDTH)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(plain, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, args) -> wrongUsage(e, err))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, err, root.debug));
        int code = guarded(err, () -> root.debug, () -> line.execute(arguments));
        console.out().flush();
        err.flush();
        if (out.checkError()) {
            err.println(TEXTS.get("out.failed"));
            return code == ExitCodes.DONE ? ExitCodes.BAD_INPUT : code;
        }
        return code;
    }

    /**
     * The commands to be made: the one that is named, since making a command takes some ten milliseconds, and all where
     * none is, so that the help lists them; the version is told without any.
     */
    static List<String> wanted(String... arguments) {
        if (List.of(arguments).equals(List.of("--version"))) {
            return List.of();
        }
        Optional<String> word =
                Stream.of(arguments).filter(a -> !a.startsWith("-")).findFirst();
        return word.filter(w -> isCommand(w) && !w.equals(HELP)).map(List::of).orElse(COMMANDS);
    }

    /** The word behind a command's name; empty where there is none. */
    static String named(String command, String... arguments) {
        int at = List.of(arguments).indexOf(command) + 1;
        return at > 0 && at < arguments.length ? arguments[at] : "";
    }

    /** Each takes a while to be made, so where one is named it is made alone. */
    private static CommandLine prices(String named, Console console) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("list", () -> new PricesListCommand(console));
        all.put("show", () -> new PricesShowCommand(console));
        all.put("find", () -> new PricesFindCommand(console, PricesFolder.standard()));
        all.put("compare", () -> new PricesCompareCommand(console));
        all.put("capacity", () -> new PricesCapacityCommand(console));
        all.put("history", () -> new PricesHistoryCommand(console));
        all.put("add", () -> new PricesAddCommand(console, PricesFolder.standard(), System.in));
        all.put("import", () -> new PricesImportCommand(console, PricesFolder.standard()));
        all.put("diff", () -> new PricesDiffCommand(console));
        all.put("discount", () -> new PricesDiscountCommand(console, AgreedFile.standard()));
        all.put("validate", () -> new PricesValidateCommand(console));
        CommandLine prices = new CommandLine(new PricesCommand());
        all.keySet().stream()
                .filter(name -> !all.containsKey(named) || name.equals(named))
                .forEach(name -> prices.addSubcommand(
                        name, Objects.requireNonNull(all.get(name)).get()));
        return prices;
    }

    private static Object command(String name, Console console, String... arguments) {
        return switch (name) {
            case "cost" -> new CostCommand(console);
            case "decide" -> new DecideCommand(console);
            case "setup" -> new SetupCommand(console);
            case "whatif" -> new WhatIfCommand(console);
            case "sweep" -> new SweepCommand(console);
            case "solve" -> new SolveCommand(console);
            case "claim" -> new ClaimCommand(console);
            case "placements" -> new PlacementsCommand(console);
            case "models" -> new ModelsCommand(console);
            case "import" -> new ImportCommand(console);
            case "usage" ->
                new CommandLine(new UsageCommand())
                        .addSubcommand(new UsageKpisCommand(console))
                        .addSubcommand(new UsageReconcileCommand(console))
                        .addSubcommand(new UsageFormatsCommand(console));
            case "replay" -> new ReplayCommand(console);
            case "report" -> new ReportCommand(console);
            case "charts" -> new ChartsCommand(console);
            case "prices" -> prices(named(name, arguments), console);
            case "samples" ->
                new CommandLine(new SamplesCommand(console))
                        .addSubcommand(new PresetsCommand(console))
                        .addSubcommand(new OutcomesCommand(console));
            case "new" -> new NewCommand(console);
            case "preset" -> new PresetCommand(console);
            case "tokens" -> new TokensCommand(console);
            case "selfcheck" -> new SelfCheckCommand(console);
            case HELP -> new HelpCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Whether {@code word} is one of the commands. */
    public static boolean isCommand(String word) {
        return COMMANDS.contains(word);
    }

    /** What {@code task} returns, or the code of its failure after saying why. */
    static int guarded(PrintStream err, BooleanSupplier debug, Callable<Integer> task) {
        try {
            return task.call();
        } catch (Exception | Error e) {
            return failed(e, err, debug.getAsBoolean());
        }
    }

    /** Without a command there is nothing to do but say which there are. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), TEXTS.get("command.missing"));
    }

    private static int wrongUsage(ParameterException e, PrintStream err) {
        err.println(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true, StandardCharsets.UTF_8));
        err.println(TEXTS.get("usage.hint", e.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCodes.of(e);
    }

    private static int failed(Throwable e, PrintStream err, boolean debug) {
        if (debug) {
            e.printStackTrace(err);
        }
        if (e instanceof Refusal) {
            String message = String.valueOf(e.getMessage());
            // What is stopped has said so already.
            if (!message.isEmpty()) {
                err.println(message);
            }
        } else {
            err.println(ExitCodes.unpacking(e)
                    .map(io -> TEXTS.get(
                            "unpack.failed", System.getProperty("java.io.tmpdir", ""), String.valueOf(io.getMessage())))
                    .orElseGet(() -> TEXTS.get("defect", e.toString())));
        }
        return ExitCodes.of(e);
    }
}
