package app.steelyard.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Everything that reads what others wrote, each with the inputs that a run begins with. */
public enum FuzzTarget {
    NUMBER(Depth.TEXT, 64, TypedText::number),
    RANGE(Depth.TEXT, 96, TypedText::range),
    SESSION(Depth.TEXT, 256, TypedText::session),
    CLAIM(Depth.TEXT, 128, TypedText::claim),
    ITEMS(Depth.TEXT, 1024, TypedText::items),
    CELL(Depth.TEXT, 64, UsageText::cell),
    NOTATION(Depth.TEXT, 256, UsageText::notation),
    NAME(Depth.TEXT, 128, PriceData::name),
    JSON(Depth.TEXT, 1024, OwnFiles::json),
    PLAN(Depth.TEXT, 8192, OwnFiles::plan, "document"),
    ANSWERS(Depth.TEXT, 4096, OwnFiles::answers),
    JOURNAL(Depth.TEXT, 8192, OwnFiles::journal, "document"),
    MAPPING(Depth.TEXT, 1024, OwnFiles::mapping),
    SETTINGS(Depth.TEXT, 1024, OwnFiles::settings),
    PROMPT(Depth.TEXT, 4096, OwnFiles::prompt, "tokens"),
    PRICES(Depth.TEXT, 1024, PriceData::table),
    KEPT(Depth.TEXT, 1024, PriceData::kept),
    PROFILE(Depth.TEXT, 8192, PriceData::profile),
    SNAPSHOT(Depth.TEXT, 4096, PriceData::snapshot),
    EXPORT(Depth.FORMAT, 4096, UsageText::export, "usage"),
    LOG(Depth.FORMAT, 4096, UsageText::log, "usage/request-log", "usage/langfuse-csv", "usage/otlp-logs"),
    PACKED(Depth.FORMAT, 4096, UsageFile::packed),
    SQLITE(Depth.FORMAT, 16_384, UsageFile::sqlite),
    PARQUET(Depth.DATABASE, 8192, UsageFile::parquet),
    LEDGER(
            Depth.DATABASE,
            4096,
            UsageFile::ledger,
            "usage/request-log",
            "usage/claude-code",
            "usage/litellm-spend-csv");

    private static final Path RESOURCES = Path.of("src", "test", "resources", "app", "steelyard");

    private final Depth depth;
    private final int longest;
    private final Probe probe;
    private final List<String> seeds;

    FuzzTarget(Depth depth, int longest, Probe probe, String... seeds) {
        this.depth = depth;
        this.longest = longest;
        this.probe = probe;
        this.seeds = List.of(seeds);
    }

    /** Where an input goes, and so how many a run gives it unless more or fewer are asked for. */
    enum Depth {
        /** A grammar, or one of our own files: fast. */
        TEXT(550_000),
        /** Usage, before the database. */
        FORMAT(250_000),
        /** Through the database, which takes milliseconds. */
        DATABASE(2_000);

        private final long runs;

        Depth(long runs) {
            this.runs = runs;
        }
    }

    /** Reads an input. Whatever it throws is a finding. */
    @FunctionalInterface
    interface Probe {
        void read(byte[] input) throws Exception;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    void read(byte[] input) throws Exception {
        probe.read(input);
    }

    long runs() {
        return depth.runs;
    }

    /** Bytes of the longest input that is made. */
    int longest() {
        return longest;
    }

    /** The files of all of these. */
    List<Path> inputs() throws IOException {
        List<Path> inputs = new ArrayList<>();
        for (Path corpus : corpora()) {
            try (Stream<Path> files = Files.walk(corpus)) {
                files.filter(Files::isRegularFile).sorted().forEach(inputs::add);
            }
        }
        return inputs;
    }

    /** Its own corpus, then other fixtures that it begins with. */
    List<Path> corpora() {
        return Stream.concat(Stream.of("fuzz/" + id()), seeds.stream())
                .map(RESOURCES::resolve)
                .toList();
    }
}
