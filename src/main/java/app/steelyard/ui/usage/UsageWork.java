package app.steelyard.ui.usage;

import app.steelyard.app.Dialogs;
import app.steelyard.app.usage.ImportOutcome;
import app.steelyard.app.usage.LogSays;
import app.steelyard.app.usage.MeasuredPlan;
import app.steelyard.app.usage.ReadingState;
import app.steelyard.app.usage.UsageReading;
import app.steelyard.document.SavedMappings;
import app.steelyard.files.AtomicFile;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Texts;
import app.steelyard.ui.work.Surroundings;
import app.steelyard.ui.work.Workspace;
import app.steelyard.usage.figures.FileReport;
import app.steelyard.usage.figures.LedgerView;
import app.steelyard.usage.figures.Selection;
import app.steelyard.usage.ledger.Ledger;
import app.steelyard.usage.ledger.LookedAt;
import app.steelyard.usage.ledger.RejectsCsv;
import app.steelyard.usage.ledger.SessionSums;
import app.steelyard.usage.ledger.UsageFigures;
import app.steelyard.usage.log.ColumnGuess;
import app.steelyard.usage.log.LogMapping;
import app.steelyard.usage.log.LogSample;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.store.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** What a person can do on the screen. All that takes time is done at the ledger's desk. */
final class UsageWork {
    private static final Texts TEXTS = Texts.of(UsageWork.class);

    private final UsageModel model;
    private final Surroundings surroundings;
    private final Workspace workspace;
    private final LedgerDesk desk;
    private final SavedMappings mappings;
    /** Imports up to this one are to stop. */
    private volatile int stopped;

    private int imports;
    private final AtomicInteger newest = new AtomicInteger();
    private @Nullable LedgerView view;
    /** Its chains of requests, as they are slow to sum up; null where that is not done. */
    private @Nullable List<SessionSums> chains;

    private volatile int lastBefore;

    UsageWork(UsageModel model, Surroundings surroundings) {
        this.model = model;
        this.workspace = surroundings.workspace();
        this.surroundings = surroundings;
        this.desk = new LedgerDesk(surroundings.settings().folder().resolve("usage.duckdb"), model.temporary()::set);
        this.mappings = new SavedMappings(surroundings.settings().folder().resolve("mappings"));
    }

    // Looking

    /** Opens the ledger if it was not opened yet. */
    void begin() {
        if (model.figures().get() == null && newest.get() == 0) {
            look();
        }
    }

    void look(LookedAt scope) {
        if (!scope.equals(model.scope().get())) {
            model.scope().set(scope);
            look();
        }
    }

    void tolerate(double share) {
        model.tolerance().set(share);
        look();
    }

    /** Computes everything anew. Of several askings in a row only the last is answered. */
    private void look() {
        look(() -> {});
    }

    /** @param then done when it is computed, or was found to be asked anew since */
    private void look(Runnable then) {
        int asked = newest.incrementAndGet();
        LookedAt scope = model.scope().get();
        double tolerance = model.tolerance().get();
        desk.ask(
                ledger -> {
                    if (asked != newest.get()) {
                        return Optional.<Looked>empty();
                    }
                    LedgerView known = view == null ? ledger.view() : view;
                    view = known;
                    UsageFigures figures = UsageFigures.of(ledger, known, scope, tolerance, workspace.book());
                    return Optional.of(new Looked(figures, says(ledger, figures)));
                },
                computed -> {
                    computed.filter(f -> asked == newest.get()).ifPresent(looked -> {
                        model.scope().set(looked.figures().scope());
                        model.figures().set(looked.figures());
                        workspace.logged(looked.says());
                        workspace.readUsage(new Workspace.ReadUsage(
                                looked.figures().all(),
                                looked.figures().prices().mapped()));
                    });
                    then.run();
                },
                e -> {
                    then.run();
                    failed(e);
                });
    }

    private record Looked(UsageFigures figures, LogSays says) {}

    private LogSays says(Ledger ledger, UsageFigures figures) {
        return LogSays.of(
                usage(figures), chains(ledger, figures), selection(figures, false), figures.prices(), workspace.book());
    }

    /** Of some days alone, nobody knows which chains they cut through. */
    private List<SessionSums> chains(Ledger ledger, UsageFigures figures) {
        if (!figures.scope().always()) {
            return List.of();
        }
        List<SessionSums> known = chains == null ? ledger.sessions() : chains;
        chains = known;
        return known;
    }

    private static LedgerView usage(UsageFigures figures) {
        return figures.all().within(figures.scope().first(), figures.scope().last());
    }

    private static Selection selection(UsageFigures figures, boolean everyModel) {
        LookedAt scope = figures.scope();
        return new Selection(scope.model(), scope.model() == null && everyModel, scope.project());
    }

    // ReadingChoice

    void choose() {
        List<Path> files = surroundings.dialogs().openSeveral(Dialogs.FileKind.USAGE);
        if (!files.isEmpty()) {
            read(files);
        }
    }

    void chooseFolder() {
        surroundings.dialogs().openFolder().ifPresent(folder -> read(List.of(folder)));
    }

    /** Imports files after those that are being imported, and says what became of them. */
    void read(List<Path> files) {
        read(files, Set.of());
    }

    /** The same in place of sources, which stay if it is stopped. */
    private void read(List<Path> files, Set<Integer> instead) {
        int number = ++imports;
        model.outcome().set(null);
        model.pointing().set(null);
        model.reading().set(ReadingState.BEGUN);
        desk.ask(
                ledger -> read(ledger, files, instead, number),
                outcome -> look(() -> {
                    if (number == imports) {
                        model.reading().set(null);
                        model.outcome().set(outcome.orElse(null));
                    }
                }),
                e -> {
                    model.reading().set(null);
                    failed(e);
                });
    }

    /** Stops what is being read; the ledger stays as it was. */
    void cancel() {
        stopped = imports;
        model.reading().set(null);
    }

    private Optional<ImportOutcome> read(Ledger ledger, List<Path> files, Set<Integer> instead, int number) {
        if (number <= stopped) {
            return Optional.empty();
        }
        List<UsageFinding> findings = new ArrayList<>();
        List<LogMapping> known = mappings.all(findings);
        Optional<ImportOutcome> outcome = UsageReading.read(ledger, files, instead, known, progress(number));
        if (outcome.isPresent()) {
            lastBefore = outcome.get().after();
            view = ledger.view();
            chains = null;
        }
        return outcome.map(o -> o.withFindings(findings));
    }

    private Progress progress(int number) {
        long started = System.nanoTime();
        return (file, bytes, ofBytes, rows) -> {
            ReadingState state = new ReadingState(file, bytes, ofBytes, rows, (System.nanoTime() - started) / 1e9);
            Platform.runLater(() -> {
                if (number > stopped && model.reading().get() != null) {
                    model.reading().set(state);
                }
            });
            return number > stopped;
        };
    }

    /** Takes what a file brought out of the ledger. */
    void remove(FileReport file) {
        desk.ask(
                ledger -> {
                    ledger.remove(file.source());
                    view = null;
                    chains = null;
                    return file;
                },
                f -> look(),
                this::failed);
    }

    /** Leaves a source out of all figures, or takes it in again. */
    void include(FileReport file, boolean included) {
        include(List.of(file), included);
    }

    /** Takes in again all that was left out. */
    void includeAll() {
        UsageFigures figures = model.figures().get();
        if (figures != null) {
            include(figures.all().excluded(), true);
        }
    }

    private void include(List<FileReport> sources, boolean included) {
        desk.ask(
                ledger -> {
                    sources.forEach(f -> ledger.include(f.source(), included));
                    view = null;
                    chains = null;
                    return sources;
                },
                done -> look(),
                this::failed);
    }

    void putAway() {
        model.outcome().set(null);
    }

    /** Writes where each row stands that could not be counted, and why not. */
    void saveRejected() {
        int after = lastBefore;
        surroundings
                .dialogs()
                .save(Dialogs.FileKind.CSV, TEXTS.get("rejected.title"))
                .ifPresent(file -> desk.ask(
                        ledger -> RejectsCsv.write(ledger, after, file),
                        rows -> {},
                        e -> surroundings
                                .dialogs()
                                .error(
                                        TEXTS.get("rejected.unwritten"),
                                        e instanceof IOException io
                                                ? AtomicFile.why(io)
                                                : String.valueOf(e.getMessage()),
                                        e.toString())));
    }

    // Request logs

    void point(LogSample sample) {
        model.pointing().set(sample);
    }

    void stopPointing() {
        model.pointing().set(null);
    }

    /** What was said of such columns before, or else what their names and first rows tell. */
    ColumnGuess suggestion(LogSample sample) {
        return mappings.all(new ArrayList<>()).stream()
                .filter(sample::fits)
                .findFirst()
                .map(said -> new ColumnGuess(said, Map.of()))
                .orElseGet(sample::guess);
    }

    /** Remembers how such tables are read, and reads this one so. */
    void pointed(LogSample sample, LogMapping mapping) {
        try {
            mappings.save(sample, mapping);
        } catch (IOException e) {
            surroundings.dialogs().error(TEXTS.get("mapping.unsaved"), AtomicFile.why(e), e.toString());
            return;
        }
        ImportOutcome outcome = model.outcome().get();
        // What was read of it another way would count twice.
        Set<Integer> before = outcome == null
                ? Set.of()
                : outcome.files().stream()
                        .filter(f -> f.file().equals(sample.name()) && f.isLog())
                        .map(FileReport::source)
                        .collect(Collectors.toSet());
        read(List.of(sample.file()), before);
    }

    // Prices

    /** From now on the model is priced as another one. */
    void price(String name, PriceRef price) {
        desk.ask(
                ledger -> {
                    ledger.priceAs(name, price);
                    return price;
                },
                p -> look(),
                this::failed);
    }

    // The plan

    /** @param everyModel whether a scope of all models means all of them, or the largest */
    void put(boolean everyModel) {
        plan(everyModel, Optional.of(workspace.plan()), p -> workspace.edit(TEXTS.get("plan.edit"), null, old -> p));
    }

    /** @param everyModel as for {@link #put} */
    void make(boolean everyModel) {
        plan(everyModel, Optional.empty(), p -> {
            if (surroundings.actions().beginUnsaved(p)) {
                surroundings.navigation().toOpenedPlan();
            }
        });
    }

    private void plan(boolean everyModel, Optional<Plan> into, Consumer<Plan> use) {
        UsageFigures figures = Objects.requireNonNull(model.figures().get());
        desk.ask(
                ledger -> MeasuredPlan.of(
                        into,
                        usage(figures),
                        chains(ledger, figures),
                        selection(figures, everyModel),
                        figures.prices(),
                        workspace.book()),
                edit -> {
                    model.said().set(edit.findings());
                    edit.plan().ifPresent(use);
                },
                this::failed);
    }

    void calculate() {
        surroundings.navigation().toResult();
    }

    private void failed(Exception e) {
        surroundings.dialogs().error(TEXTS.get("failed"), String.valueOf(e.getMessage()), e.toString());
    }

    /** Stops everything and lets the ledger go. */
    void close() {
        cancel();
        desk.close();
    }
}
