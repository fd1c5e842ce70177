package app.steelyard.app.journal;

import app.steelyard.decision.answers.Answers;
import app.steelyard.document.JournalEntry;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A process that edits its plan as fast as a person with a keyboard may, and saves now and then, until it is killed. */
public final class EditingChild {
    private static final int LEAST_PAUSE = 10;
    private static final int MOST_PAUSE = 160;
    /** One edit in so many is followed by saving. */
    private static final int SAVES = 4;

    private EditingChild() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        String kind = arguments[1];
        Journal journal = new Journal(JournalKills.journals(home), why -> {
            throw new IllegalStateException(why);
        });
        PlanFile file = kind.equals("file") ? PlanFile.open(JournalKills.file(home)) : null;
        int n = file == null ? 0 : JournalKills.number(file.plan());
        for (Unfinished found : Unfinished.in(JournalKills.journals(home)).plans()) {
            if (found.entry().plan().name().equals(kind)) {
                n = JournalKills.number(found.entry().plan());
                journal.adopt(found);
            } else {
                found.leave();
            }
        }
        JournalKills.ready(System.out);
        Random random = new Random();
        while (true) {
            Thread.sleep(random.nextInt(LEAST_PAUSE, MOST_PAUSE));
            n++;
            Plan plan = JournalKills.edited(kind, n);
            journal.keep(entry(n, plan, file));
            JournalKills.tell(System.out, n);
            if (file != null && random.nextInt(SAVES) == 0) {
                file = save(journal, plan, file);
            }
        }
    }

    private static JournalEntry entry(int n, Plan plan, @Nullable PlanFile file) {
        return new JournalEntry(
                Instant.now(),
                "Edit " + n,
                plan,
                Answers.NONE,
                file == null ? null : new JournalEntry.SavedAs(file.path(), file.content()));
    }

    private static PlanFile save(Journal journal, Plan plan, PlanFile file) throws IOException {
        journal.flush();
        PlanFile saved = PlanFile.save(file.path(), plan, null);
        journal.sweep();
        return saved;
    }
}
