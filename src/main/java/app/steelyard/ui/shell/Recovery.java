package app.steelyard.ui.shell;

import app.steelyard.app.journal.Unfinished;
import app.steelyard.document.JournalEntry;
import app.steelyard.files.AtomicFile;
import app.steelyard.text.Days;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The plans that were not saved when the program ended, above all screens: each can be restored, discarded or left for later.
 * What is discarded can be taken back until the window goes.
 */
final class Recovery extends VBox {
    private static final Texts TEXTS = Texts.of(Recovery.class);
    /** More than these would leave no room for the screen; the others move up. */
    private static final int SHOWN = 3;

    private static final int CHANGES_SHOWN = 2;

    private final ZoneId zone;
    private final Predicate<Unfinished> restore;
    private final Consumer<String> failed;
    private final List<Unfinished> open = new ArrayList<>();
    private final List<Unfinished> discarded = new ArrayList<>();

    /**
     * @param zone whose clock the person reads
     * @param restore opens one; false if the user would rather not
     * @param failed shows what went wrong
     */
    Recovery(ZoneId zone, Predicate<Unfinished> restore, Consumer<String> failed) {
        this.zone = zone;
        this.restore = restore;
        this.failed = failed;
        setId("recovery");
        Fx.show(this, false);
    }

    /** Adds what was found. */
    void add(List<Unfinished> found) {
        open.addAll(found);
        refresh();
    }

    private void refresh() {
        getChildren().setAll(open.stream().limit(SHOWN).map(this::row).toList());
        if (open.size() > SHOWN) {
            Label more = Fx.label(TEXTS.get("recovery.more", open.size() - SHOWN), Styles.TEXT_MUTED);
            getChildren().add(Fx.styled(new HBox(more), "recovery-row"));
        }
        Fx.show(this, !open.isEmpty());
    }

    private HBox row(Unfinished found) {
        String name = found.entry().plan().name();
        if (discarded.contains(found)) {
            Label gone = Fx.label(TEXTS.get("recovery.discarded", name), Styles.TEXT_MUTED);
            Fx.fill(gone);
            return row(gone, button(found, "takeBack", () -> {
                discarded.remove(found);
                refresh();
            }));
        }
        Label title = Fx.paragraph(TEXTS.get("recovery.title", name), Styles.TEXT_BOLD);
        Label what = Fx.id("recovery.what", Fx.paragraph(what(found), Styles.TEXT_MUTED));
        if (!found.changes().isEmpty()) {
            what.setTooltip(Fx.tooltip(String.join("\n", found.changes())));
        }
        boolean warns = found.onDisk() == Unfinished.OnDisk.CHANGED || found.onDisk() == Unfinished.OnDisk.GONE;
        Label where =
                Fx.id("recovery.where", Fx.paragraph(where(found), warns ? "headline-warning" : Styles.TEXT_MUTED));
        VBox told = new VBox(2, title, what, where);
        Fx.fill(told);
        FontIcon icon = Fx.styled(new FontIcon(Feather.ROTATE_CCW), "recovery-icon");
        Button take = Fx.styled(button(found, "restore", () -> restore(found)), Styles.ACCENT);
        return row(
                icon,
                told,
                take,
                button(found, "discard", () -> {
                    discarded.add(found);
                    refresh();
                }),
                button(found, "later", () -> later(found)));
    }

    private static HBox row(Node... parts) {
        return Fx.styled(Fx.row(10, parts), "recovery-row");
    }

    private static Button button(Unfinished found, String key, Runnable action) {
        Button button = Fx.id("recovery." + key, Fx.button(TEXTS.get("recovery." + key), action));
        button.setAccessibleText(TEXTS.get(
                "recovery.of",
                TEXTS.get("recovery." + key),
                found.entry().plan().name()));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private String what(Unfinished found) {
        String when = Days.moment(LocalDateTime.ofInstant(found.entry().at(), zone));
        int count = found.changes().size();
        String changes = found.changes().stream().limit(CHANGES_SHOWN).collect(Collectors.joining("; "));
        return count == 0
                ? TEXTS.get("recovery.when", when)
                : TEXTS.get("recovery.what", when, changes, Math.max(0, count - CHANGES_SHOWN));
    }

    private static String where(Unfinished found) {
        JournalEntry.SavedAs saved = found.entry().saved();
        String path = saved == null ? "" : saved.path().toString();
        return switch (found.onDisk()) {
            case NONE -> TEXTS.get("nofile");
            case AS_IT_WAS -> path;
            case CHANGED -> TEXTS.get("recovery.changed", path);
            case GONE -> TEXTS.get("recovery.gone", path);
        };
    }

    private void restore(Unfinished found) {
        if (restore.test(found)) {
            open.remove(found);
            refresh();
        }
    }

    private void later(Unfinished found) {
        open.remove(found);
        let(found::leave);
        refresh();
    }

    /** The window goes: what was discarded goes with it, the rest is left for the next. */
    void close() {
        open.forEach(found -> let(discarded.contains(found) ? found::discard : found::leave));
        open.clear();
    }

    /** What is done to a file that was found. */
    @FunctionalInterface
    private interface Deed {
        void run() throws IOException;
    }

    private void let(Deed deed) {
        try {
            deed.run();
        } catch (IOException e) {
            failed.accept(AtomicFile.why(e));
        }
    }
}
