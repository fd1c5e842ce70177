/**
 * How usage is written down: one small class for each vendor's or gateway's export, and the canonical row they all tell.
 * A format never adds up, prices or stores; it turns what it is given into {@link Entry entries} and says what it cannot.
 * It may import {@code usage.input} and {@code text}.
 */
@NullMarked
package app.steelyard.usage.format;

import org.jspecify.annotations.NullMarked;
