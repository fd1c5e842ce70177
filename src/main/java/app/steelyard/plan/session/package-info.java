/**
 * How requests hang together in sessions: their turns, the gaps between these, classes of unlike size; how often sessions
 * succeed, and how soon they are answered.
 *
 * <p>It imports nothing of ours.
 */
@NullMarked
package app.steelyard.plan.session;

import org.jspecify.annotations.NullMarked;
