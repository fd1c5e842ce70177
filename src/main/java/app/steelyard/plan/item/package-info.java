/**
 * One part of what the model is given: what kind it is, who shares a copy of it, how large it is and how often it changes,
 * and where it is paid for.
 *
 * <p>It imports nothing of ours.
 */
@NullMarked
package app.steelyard.plan.item;

import org.jspecify.annotations.NullMarked;
