/**
 * Gets at the content of what a person drops on the program: folders, archives, compressed files, tables, JSON, databases of
 * SQLite. It knows nothing of tokens or vendors; it yields documents, their first lines, and their records with line numbers.
 *
 * <p>A document's way: {@link Documents} finds it, {@link Content} opens it in its {@link TextEncoding}, {@link Tables} or
 * {@link JsonRecords} tells {@link Records} of each of its rows.
 *
 * <p>It may import {@code text}.
 */
@NullMarked
package app.steelyard.usage.input;

import org.jspecify.annotations.NullMarked;
