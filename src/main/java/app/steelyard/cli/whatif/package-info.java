/**
 * The commands that say how sure an answer is: trials, sweeps, goal seek, claims and placements.
 *
 * <p>It may import {@code cli.terminal} and everything below the faces.
 */
@NullMarked
package app.steelyard.cli.whatif;

import org.jspecify.annotations.NullMarked;
