/**
 * The window: it shows and edits a plan. Every edit is a function from plan to plan through the one workspace, every
 * view observes it, and no screen talks to another. No arithmetic and no file formats live here.
 */
@NullMarked
package app.steelyard.ui;

import org.jspecify.annotations.NullMarked;
