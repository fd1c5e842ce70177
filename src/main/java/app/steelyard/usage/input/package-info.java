/**
 * Gets at the content of what a person drops on the program: folders, globs, archives, compressed files, tables, JSON.
 * It knows nothing of tokens or vendors; it yields documents, their first lines, and their records with line numbers.
 * It may import {@code text}.
 */
@NullMarked
package app.steelyard.usage.input;

import org.jspecify.annotations.NullMarked;
