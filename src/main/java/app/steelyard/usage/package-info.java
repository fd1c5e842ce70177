/**
 * What was really used: keeps the usage of every export in one ledger, tells its figures, holds it against the bill, and
 * puts it into a plan. Files are opened in {@code usage.input} and understood in {@code usage.format}, one class a format.
 * It may import {@code cost}, {@code plan}, {@code pricing} and {@code text}; it keeps no prompt, user, key or e-mail address.
 */
@NullMarked
package app.steelyard.usage;

import org.jspecify.annotations.NullMarked;
