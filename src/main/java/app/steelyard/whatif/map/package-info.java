/**
 * The cheapest design over two numbers at once, as a map, with the lines on which two designs cost the same and the cloud
 * of trials over it.
 *
 * <p>A cell's way: {@link DecisionMap} weighs the plan at the centre of each cell, as rows of one batch; {@link ContourTrace}
 * follows where a surface over the cells has one height.
 *
 * <p>It may import {@code whatif}, {@code whatif.trials} and what they may.
 */
@NullMarked
package app.steelyard.whatif.map;

import org.jspecify.annotations.NullMarked;
