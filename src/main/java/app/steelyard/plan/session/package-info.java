/**
 * How requests hang together in sessions: their turns, the gaps between these, and classes of unlike size.
 *
 * <p>It imports nothing of ours.
 */
@NullMarked
package app.steelyard.plan.session;

import org.jspecify.annotations.NullMarked;
