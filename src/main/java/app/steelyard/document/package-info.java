/**
 * The plan as a document: its file format with versions, reading and saving, undo and redo, and the sample plans.
 * Reading is strict and says everything that is wrong; saving never leaves half a file.
 * It may import {@code plan}, {@code text} and {@code files}.
 */
@NullMarked
package app.steelyard.document;

import org.jspecify.annotations.NullMarked;
