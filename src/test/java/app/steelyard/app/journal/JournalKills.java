package app.steelyard.app.journal;

import app.steelyard.document.JournalEntry;
import app.steelyard.document.PlanFile;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.text.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kills processes that edit and save, at random moments, and looks at what the next start would offer. Two live side by side
 * with one journal folder: one whose plan is in a file and saved now and then, one whose plan never was. Each tells of an edit
 * as soon as it is made; one that was told, and is neither offered nor in the file, nor is the one before, was lost.
 *
 * <p>By hand: {@code java … app.steelyard.app.journal.JournalKills 200}.
 */
public final class JournalKills {
    private static final Plan PLAN = Samples.plan("banking-copilot").orElseThrow();
    private static final String READY = "ready";
    private static final String EDIT = "edit ";

    private final Path home;
    private final String child;
    private final List<String> options;
    private final int longest;
    private final Random random;
    private final List<String> lost = new ArrayList<>();
    private int last;
    private int before;
    private int restored;

    /**
     * What came of it.
     *
     * @param last how often the last edit came back
     * @param before how often the one before
     * @param restored how often it came back from the journal and not from the file
     * @param lost what should not have happened, a line each
     */
    public record Outcome(int last, int before, int restored, List<String> lost) {}

    /**
     * @param home for the settings and the plan
     * @param child the class whose {@code main} edits and saves: given the home, and {@code file} or {@code new}
     * @param options of its Java
     * @param longest that it lives once it is ready, in milliseconds
     */
    public JournalKills(Path home, Class<?> child, List<String> options, int longest, long seed) {
        this.home = home;
        this.child = child.getName();
        this.options = options;
        this.longest = longest;
        random = new Random(seed);
    }

    /** The folder that the children's journals are in. */
    public static Path journals(Path home) {
        return Journal.folder(home);
    }

    /** The plan file of the child whose plan is in one. */
    public static Path file(Path home) {
        return home.resolve("plan.steelyard");
    }

    /** Edit number {@code n} of the child of this kind. */
    public static Plan edited(String kind, int n) {
        return PlanField.REQUESTS_PER_MONTH.with(PLAN.withName(kind), n);
    }

    /** Tells that edit number {@code n} was made. */
    public static void tell(PrintStream out, int n) {
        out.println(EDIT + n);
        out.flush();
    }

    /** Tells that edits begin. */
    public static void ready(PrintStream out) {
        out.println(READY);
        out.flush();
    }

    /** The number of the edit that a plan holds. */
    public static int number(Plan plan) {
        return (int) plan.traffic().requestsPerMonth();
    }

    /** A process that edits, and the last edit that it told of. */
    private static final class Child {
        private final String kind;
        private final Process process;
        private final Thread reader;
        private volatile int told;
        private volatile boolean ready;

        Child(String kind, List<String> command, int told) throws IOException {
            this.kind = kind;
            this.told = told;
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            reader = Thread.ofPlatform().daemon().start(this::read);
        }

        private void read() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith(EDIT)) {
                        told = Integer.parseInt(line.substring(EDIT.length()));
                    }
                    ready |= line.equals(READY);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Child start(String kind, int told) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), child, home.toString(), kind));
        Child started = new Child(kind, command, told);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (!started.ready) {
            if (!started.process.isAlive() || System.nanoTime() > end) {
                started.process.destroyForcibly();
                throw new IllegalStateException(kind + " did not begin");
            }
            Thread.sleep(2);
        }
        return started;
    }

    /** By its handle, so that what it has told last can still be read; its own {@code destroy} throws that away. */
    private static void kill(Process process) throws InterruptedException {
        if (process.toHandle().destroyForcibly()) {
            process.waitFor();
        }
    }

    /** Kills so many times. */
    public Outcome run(int kills) throws IOException, InterruptedException {
        Files.createDirectories(home);
        PlanFile.save(file(home), edited("file", 0), null);
        List<Child> living = new ArrayList<>();
        try {
            living.add(start("file", 0));
            living.add(start("new", 0));
            for (int i = 0; i < kills; i++) {
                Child victim = living.remove(random.nextInt(living.size()));
                Thread.sleep(random.nextInt(longest));
                kill(victim.process);
                victim.reader.join();
                int back = look(victim);
                living.add(start(victim.kind, back));
            }
        } finally {
            for (Child left : living) {
                kill(left.process);
            }
        }
        return new Outcome(last, before, restored, List.copyOf(lost));
    }

    /** What the next start would have of the victim, as the number of an edit. */
    private int look(Child victim) throws IOException {
        Unfinished.Found found = Unfinished.in(journals(home));
        found.told().forEach(t -> lost.add(victim.kind + ": " + t));
        @Nullable JournalEntry offered = null;
        for (Unfinished plan : found.plans()) {
            if (!plan.entry().plan().name().equals(victim.kind)) {
                lost.add(
                        "taken from a window that lives: " + plan.entry().plan().name());
            } else if (offered != null) {
                lost.add(victim.kind + " is offered twice");
            }
            offered = plan.entry();
            plan.leave();
        }
        int back;
        if (offered != null) {
            restored++;
            back = number(offered.plan());
            if (!offered.plan().equals(edited(victim.kind, back))) {
                lost.add(victim.kind + ": edit " + back + " is not as it was made");
            }
        } else {
            back = victim.kind.equals("file") ? saved() : 0;
        }
        // One may be on the disk that was not told of yet; and a start may be killed before its first edit.
        if (back == victim.told || back == victim.told + 1) {
            last++;
        } else if (back == victim.told - 1) {
            before++;
        } else {
            lost.add(String.format(Locale.ROOT, "%s: edit %d was told, %d is back", victim.kind, victim.told, back));
        }
        try (Stream<Path> files = Files.list(journals(home))) {
            files.map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> f.endsWith(".damaged"))
                    .forEach(f -> lost.add("left: " + f));
        }
        return back;
    }

    private int saved() {
        try {
            return number(PlanFile.open(file(home)).plan());
        } catch (Refusal e) {
            lost.add("the plan's file: " + e.getMessage());
            return -1;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path home = Files.createTempDirectory("journal-kills");
        long begin = System.nanoTime();
        Outcome outcome = new JournalKills(
                        home, EditingChild.class, List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), 1_000, seed)
                .run(kills);
        System.out.printf(
                Locale.ROOT,
                "%d kills in %d s: the last edit back %d times, the one before %d times; from the journal %d times%n",
                kills,
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin),
                outcome.last(),
                outcome.before(),
                outcome.restored());
        outcome.lost().forEach(System.out::println);
        if (!outcome.lost().isEmpty()) {
            throw new AssertionError("lost: see " + home);
        }
    }
}
