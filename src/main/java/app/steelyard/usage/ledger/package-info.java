/**
 * Everything imported, in one shape: files are brought in whole or not at all, and what is looked at comes out added up.
 *
 * <p>A file's way: {@link UsageImporter} finds out what it is and has its rows staged; {@link Ledger} keeps them, leaves
 * sources out or takes them in again, and answers with a {@code LedgerView} for the figures.
 *
 * <p>It may import every other room of {@code usage} except what makes plans of it.
 */
@NullMarked
package app.steelyard.usage.ledger;

import org.jspecify.annotations.NullMarked;
