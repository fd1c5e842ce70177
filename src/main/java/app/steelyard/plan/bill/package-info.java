/**
 * What of a bill is no text at the usual price: ways of serving, tokens of sounds and pictures, and what is paid by its use.
 *
 * <p>It imports nothing of ours.
 */
@NullMarked
package app.steelyard.plan.bill;

import org.jspecify.annotations.NullMarked;
