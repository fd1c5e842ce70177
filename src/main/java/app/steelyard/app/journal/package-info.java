/**
 * Nothing typed is lost: what a plan is after its last edit, beside the settings, for when the program ends before it is saved.
 *
 * <p>A window has one {@link app.steelyard.app.journal.Journal}. It hands over each state of its plan; a thread beside writes
 * the newest, whole or not at all, as a {@link app.steelyard.document.JournalEntry} into the window's
 * {@link app.steelyard.app.journal.Slot}, a file with a lock that ends with its process. Saving, or giving up, sweeps the
 * file. {@link app.steelyard.app.journal.Unfinished} finds the files whose windows are gone, and tells what is in them.
 *
 * <p>It may import {@code app.plan}, {@code document} and below.
 */
@NullMarked
package app.steelyard.app.journal;

import org.jspecify.annotations.NullMarked;
