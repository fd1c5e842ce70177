package app.steelyard.document;

import app.steelyard.files.AtomicFile;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.usage.log.LogMapping;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.row.UsageFinding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How request logs are to be read, as a person said once: one file each, in a folder of their own. */
public record SavedMappings(Path folder) {
    private static final Texts TEXTS = Texts.of(SavedMappings.class);
    private static final String ENDING = ".mapping.json";

    /**
     * All that can be read, those with the most columns first, so that the more particular one is taken.
     *
     * @param findings told of those that cannot
     */
    public List<LogMapping> all(List<UsageFinding> findings) {
        List<LogMapping> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try {
            for (Path file : files()) {
                try {
                    all.add(LogMappingCodec.open(file));
                } catch (Refusal e) {
                    e.problems().forEach(p -> findings.add(UsageFinding.warning(TEXTS.get("mapping.broken", p))));
                }
            }
        } catch (IOException e) {
            findings.add(UsageFinding.warning(TEXTS.get("mapping.broken", folder + ": " + AtomicFile.why(e))));
        }
        all.sort(Comparator.comparingInt((LogMapping m) -> -m.columns().size()));
        return all;
    }

    /** Keeps {@code mapping} in the place of an earlier one for the same columns. */
    public void save(LogSample sample, LogMapping mapping) throws IOException {
        Files.createDirectories(folder);
        if (sample.isJson()) {
            forget(sample);
        }
        String name = HexFormat.of().toHexDigits(new TreeSet<>(sample.columns()).hashCode()) + ENDING;
        AtomicFile.write(folder.resolve(name), LogMappingCodec.write(mapping).getBytes(StandardCharsets.UTF_8));
    }

    /** Of JSON, records may lack some paths, so that the same log does not always show the same ones. */
    private void forget(LogSample sample) throws IOException {
        for (Path file : files()) {
            try {
                if (sample.fits(LogMappingCodec.open(file))) {
                    Files.deleteIfExists(file);
                }
            } catch (Refusal e) {
                // It is told of where mappings are used, and fits nothing.
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
        }
    }
}
