/**
 * The cheapest placement of every item, under constraints.
 *
 * <p>An item's way: {@link Placements} lists the places it may have, weighs every combination where they can be counted and
 * says where they cannot, and keeps those that nothing beats in both cost and time; {@link PlacementEdit} turns one into an
 * edit of the plan.
 *
 * <p>It may import {@code whatif} and what that may.
 */
@NullMarked
package app.steelyard.whatif.placement;

import org.jspecify.annotations.NullMarked;
