/**
 * The window: its start, the rail, the header, the answer to the plan in one line, and the dialogs. A person presses a button
 * of the {@link app.steelyard.ui.shell.Rail}; the {@link app.steelyard.ui.shell.MainWindow} makes the page of that row of
 * {@link app.steelyard.ui.shell.Screen}, tells it that it is shown, and asks it whether the answer is to stand above it.
 * Another screen is a row there, its name and help in the texts, and its page.
 *
 * <p>It may import every room.
 */
@NullMarked
package app.steelyard.ui.shell;

import org.jspecify.annotations.NullMarked;
