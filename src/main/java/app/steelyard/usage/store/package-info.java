/**
 * The database under the ledger: its settings and tables, the staging of one file's rows, adding them up, and telling
 * requests that come twice.
 *
 * <p>A row's way: {@link Staging} takes it, names that must not be kept become {@link Pseudonyms}, {@link Twins} leaves out
 * what was there before, and {@link Rollup} adds up by hour; {@link Watch} tells how far that is and stops it when asked.
 *
 * <p>It may import {@code usage.row}, {@code usage.input} and {@code files}, {@code text}.
 */
@NullMarked
package app.steelyard.usage.store;

import org.jspecify.annotations.NullMarked;
