package app.steelyard.app.journal;

import app.steelyard.app.plan.PlanChanges;
import app.steelyard.document.JournalEntry;
import app.steelyard.document.PlanCodec;
import app.steelyard.document.PlanFile;
import app.steelyard.files.AtomicFile;
import app.steelyard.json.JsonReader;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A plan whose window ended before it was saved. No other window finds it until it is let go of.
 *
 * @param changes against its file, or else the last edit; empty where neither is known
 */
public record Unfinished(Slot slot, JournalEntry entry, OnDisk onDisk, List<String> changes) {
    private static final Texts TEXTS = Texts.of(Unfinished.class);
    private static final Pattern OF_A_SLOT = Pattern.compile("\\.?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\..*");
    private static final String ASIDE = ".damaged";

    /** How the plan's file stands to what was kept. */
    public enum OnDisk {
        /** It never had one. */
        NONE,
        /** As it was when it was opened or saved last. */
        AS_IT_WAS,
        /** Someone else has changed it since. */
        CHANGED,
        /** It cannot be read now. */
        GONE
    }

    /**
     * What was found.
     *
     * @param plans the last edited first
     * @param told what could not be read, and where it was put
     */
    public record Found(List<Unfinished> plans, List<String> told) {}

    public Unfinished {
        changes = List.copyOf(changes);
    }

    /** Looks through the journal's folder, and throws away what is left of plans that are saved. */
    public static Found in(Path folder) {
        List<Unfinished> plans = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (String id : ids(folder, told)) {
            try {
                Optional<Slot> slot = Slot.claim(folder, id);
                if (slot.isPresent()) {
                    read(slot.get(), told).ifPresent(plans::add);
                }
            } catch (IOException e) {
                told.add(TEXTS.get("unfinished.unreadable", folder, AtomicFile.why(e)));
            }
        }
        plans.sort(Comparator.comparing((Unfinished u) -> u.entry().at()).reversed());
        return new Found(List.copyOf(plans), List.copyOf(told));
    }

    private static List<String> ids(Path folder, List<String> told) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> !name.endsWith(ASIDE))
                    .map(OF_A_SLOT::matcher)
                    .filter(Matcher::matches)
                    .map(m -> m.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            told.add(TEXTS.get("unfinished.unreadable", folder, AtomicFile.why(e)));
            return List.of();
        }
    }

    private static Optional<Unfinished> read(Slot slot, List<String> told) throws IOException {
        JournalEntry entry;
        try {
            entry = JournalEntry.read(
                    JsonReader.bytes(slot.file()).orRefuse(), slot.file().toString());
        } catch (Refusal e) {
            try {
                told.add(TEXTS.get(
                        "unfinished.damaged",
                        slot.setAside(),
                        e.problems().getFirst().reason()));
            } finally {
                slot.release();
            }
            return Optional.empty();
        }
        JournalEntry.SavedAs saved = entry.saved();
        byte[] now = saved == null ? null : JsonReader.bytes(saved.path()).value();
        if (now != null && PlanFile.digest(now).equals(PlanFile.digest(PlanCodec.write(entry.plan())))) {
            // The program ended after it was saved and before it was swept.
            slot.sweep();
            slot.release();
            return Optional.empty();
        }
        OnDisk onDisk = saved == null
                ? OnDisk.NONE
                : now == null
                        ? OnDisk.GONE
                        : PlanFile.digest(now).equals(saved.content()) ? OnDisk.AS_IT_WAS : OnDisk.CHANGED;
        return Optional.of(
                new Unfinished(slot, entry, onDisk, changes(entry, onDisk == OnDisk.AS_IT_WAS ? now : null)));
    }

    /** @param base the file that the plan was saved in, if it is as it was */
    private static List<String> changes(JournalEntry entry, byte @Nullable [] base) {
        try {
            List<String> changes = base == null ? List.of() : PlanChanges.of(PlanCodec.read(base, ""), entry.plan());
            return changes.isEmpty() && !entry.edit().isEmpty()
                    ? List.of(TEXTS.get("unfinished.edit", entry.edit()))
                    : changes;
        } catch (Refusal e) {
            return List.of();
        }
    }

    /** Throws it away. */
    public void discard() throws IOException {
        slot.sweep();
        slot.release();
    }

    /** Leaves it for the next window that looks. */
    public void leave() throws IOException {
        slot.release();
    }
}
