package app.steelyard.ui.work;

import app.steelyard.app.Dialogs;
import app.steelyard.app.plan.Example;
import app.steelyard.document.Settings;
import app.steelyard.ui.kit.Look;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * All that a screen is given by the window.
 *
 * @param settings of the program; its folder is where a screen keeps what is its own
 * @param examples which need not be there yet
 */
public record Surroundings(
        Workspace workspace,
        Actions actions,
        Dialogs dialogs,
        Settings settings,
        Look look,
        Clock clock,
        CompletableFuture<List<Example>> examples,
        Navigation navigation) {}
