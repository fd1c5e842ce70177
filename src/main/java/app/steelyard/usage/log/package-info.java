/**
 * Request logs that no format knows: a person, or a good guess, says which column holds what.
 *
 * <p>A table's way: {@link LogSample} shows its beginning, {@link ColumnGuess} proposes a {@link LogMapping}, {@link PlainLog}
 * makes one statement of the database from it, and {@link LogImport} runs that into the ledger's tables. Records in JSON go the
 * same way: {@link JsonBeginning} finds the list that holds them, {@link JsonLog} makes rows of what stands at the mapping's paths,
 * and {@link LogRows} gathers rows, of small tables too. Where nothing fits, {@link UnreadableFile} says why and what to do.
 *
 * <p>It may import {@code usage.store}, {@code usage.format}, {@code usage.row}, {@code usage.input} and {@code text}.
 */
@NullMarked
package app.steelyard.usage.log;

import org.jspecify.annotations.NullMarked;
