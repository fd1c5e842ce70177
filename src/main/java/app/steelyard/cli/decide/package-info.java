/**
 * The commands that decide on a plan and list the samples.
 *
 * <p>It may import {@code cli.terminal} and everything below the faces.
 */
@NullMarked
package app.steelyard.cli.decide;

import org.jspecify.annotations.NullMarked;
