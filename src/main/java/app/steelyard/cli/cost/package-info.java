/**
 * The commands that weigh a plan, write its report, and count the tokens of prompts.
 *
 * <p>It may import {@code cli.terminal} and everything below the faces.
 */
@NullMarked
package app.steelyard.cli.cost;

import org.jspecify.annotations.NullMarked;
