package app.steelyard.ui;

import app.steelyard.app.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers dialogs as a test has told it to, and remembers what it was told. */
public final class FakeDialogs implements Dialogs {
    public final List<Path> toOpen = new ArrayList<>();
    public Optional<Path> toSave = Optional.empty();
    public Unsaved unsaved = Unsaved.DISCARD;
    /** The plans that it was asked about whether to save. */
    public final List<String> asked = new ArrayList<>();

    public final List<String> told = new ArrayList<>();
    public final List<String> errors = new ArrayList<>();

    @Override
    public Optional<Path> open(FileKind kind) {
        return toOpen.stream().findFirst();
    }

    @Override
    public List<Path> openSeveral(FileKind kind) {
        return List.copyOf(toOpen);
    }

    @Override
    public Optional<Path> openFolder() {
        return toOpen.stream().findFirst();
    }

    @Override
    public Optional<Path> save(FileKind kind, String name) {
        return toSave;
    }

    @Override
    public Unsaved unsaved(String plan) {
        asked.add(plan);
        return unsaved;
    }

    @Override
    public void tell(String title, String text) {
        told.add(title + ": " + text);
    }

    @Override
    public void error(String title, String text, String details) {
        errors.add(title + ": " + text + "\n" + details);
    }
}
