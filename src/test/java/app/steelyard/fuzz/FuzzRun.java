package app.steelyard.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Has Jazzer make inputs for each target, and tells what came of it; docs/quality.md says more.
 * {@code [target…] [--runs N] [--guided N] [--seconds N] [--seed N]}: the targets, all of them if none is named; how many
 * inputs each gets, how many of them by way of comparisons too, and how long at most; what chance begins with.
 */
public final class FuzzRun {
    /** Mebibytes of a process, and of them its heap. */
    private static final int MEMORY = 512;

    private static final int HEAP = 160;
    private static final Path OUT = Path.of("target", "fuzz");
    private static final String ROW = "%-10s %-8s %12s %10s %9s %12s %13s %8s%n";

    private final List<FuzzTarget> targets = new ArrayList<>();
    private long runs;
    private long guided = 10_000;
    private long seconds;
    private long seed = 1;

    private FuzzRun() {}

    /** What leads to new inputs, a process for each. */
    private enum Pass {
        /**
         * Texts and numbers that are compared with the input, by Jazzer's watchers too (paths, connections, commands, patterns
         * made of input), which takes ten times as long or more.
         */
        GUIDED("--trace=all", "--custom_hook_includes=**"),
        /** Only what of the code is reached, for many inputs, beginning with what the other one learnt. */
        QUICK("--trace=cov", "--custom_hook_includes=none");

        private final List<String> options;

        Pass(String... options) {
            this.options = List.of(options);
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        FuzzRun run = new FuzzRun();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--runs" -> run.runs = Long.parseLong(arguments[++i]);
                case "--guided" -> run.guided = Long.parseLong(arguments[++i]);
                case "--seconds" -> run.seconds = Long.parseLong(arguments[++i]);
                case "--seed" -> run.seed = Long.parseLong(arguments[++i]);
                default -> run.targets.add(FuzzTarget.valueOf(arguments[i].toUpperCase(Locale.ROOT)));
            }
        }
        System.exit(run.all() ? 0 : 1);
    }

    /** Whether nothing was found. */
    private boolean all() throws IOException, InterruptedException {
        System.out.printf(
                ROW, "target", "pass", "executions", "a second", "findings", "longest ms", "processor s", "peak MB");
        boolean clean = true;
        for (FuzzTarget target : targets.isEmpty() ? List.of(FuzzTarget.values()) : targets) {
            long all = runs > 0 ? runs : target.runs();
            long first = Math.min(guided, all / 2);
            clean &= (first == 0 || one(target, Pass.GUIDED, first)) && one(target, Pass.QUICK, all - first);
        }
        return clean;
    }

    private boolean one(FuzzTarget target, Pass pass, long inputs) throws IOException, InterruptedException {
        Path folder = OUT.resolve(target.id());
        Path grown = Files.createDirectories(folder.resolve("corpus"));
        Path log = folder.resolve(pass.id() + ".txt");
        Path times = folder.resolve("times.txt");
        Files.deleteIfExists(times);
        int exit = new ProcessBuilder(command(target, pass, inputs, folder, grown, times))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        String took = Files.exists(times) ? Files.readString(times) : "";
        System.out.printf(
                ROW,
                target.id(),
                pass.id(),
                stated(said, "stat::number_of_executed_units:\\s+(\\d+)"),
                stated(said, "stat::average_exec_per_sec:\\s+(\\d+)"),
                exit == 0 ? "0" : "1",
                stated(took, "longest ([^,]+)"),
                stated(took, "processor (.+)"),
                stated(said, "stat::peak_rss_mb:\\s+(\\d+)"));
        if (exit != 0) {
            System.out.println(reason(said) + "\n  the input: " + stated(said, "Test unit written to (\\S+)")
                    + ", all that was said: " + log + "\n  once it is mended, the input belongs into "
                    + target.corpora().getFirst() + ", which every build reads");
        }
        return exit == 0;
    }

    private List<String> command(FuzzTarget target, Pass pass, long inputs, Path folder, Path grown, Path times) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + HEAP + "m",
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfuzz.target=" + target.name(),
                "-Dfuzz.times=" + times,
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzed.class.getName(),
                "--instrumentation_includes=app.steelyard.**",
                // It fails at the statements of DuckDB's driver, and there is none made of input.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.SqlInjection",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-runs=" + inputs,
                "-max_len=" + target.longest(),
                "-max_total_time=" + seconds,
                "-timeout=10",
                "-rss_limit_mb=" + MEMORY,
                "-seed=" + seed,
                "-print_final_stats=1",
                grown.toString()));
        command.addAll(command.indexOf("--target_class=" + Fuzzed.class.getName()), pass.options);
        target.corpora().stream().filter(Files::isDirectory).map(Path::toString).forEach(command::add);
        return command;
    }

    private static String stated(String said, String pattern) {
        return Pattern.compile(pattern)
                .matcher(said)
                .results()
                .map(r -> r.group(1))
                .reduce((a, b) -> b)
                .orElse("?");
    }

    private static String reason(String said) {
        return Stream.of(
                        "== Java (?:Exception|Assertion Error): .*(?:\\R\\tat .*){0,3}",
                        "==\\d+== ?ERROR: .*",
                        "(?s)^.{0,500}")
                .flatMap(p -> Pattern.compile(p)
                        .matcher(said)
                        .results()
                        .map(MatchResult::group)
                        .limit(1))
                .findFirst()
                .orElse("");
    }
}
