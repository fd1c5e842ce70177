/**
 * The window: its start, the rail, the header with the plan's name and its answer, and the dialogs. Screens are put into it
 * and know nothing of it.
 *
 * <p>It may import every room.
 */
@NullMarked
package app.steelyard.ui.shell;

import org.jspecify.annotations.NullMarked;
