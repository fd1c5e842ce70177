/**
 * What is being worked on: the workspace with its plan, history and result, and the ports to the world outside the
 * window (dialogs, background work, settings).
 */
@NullMarked
package app.steelyard.ui.work;

import org.jspecify.annotations.NullMarked;
