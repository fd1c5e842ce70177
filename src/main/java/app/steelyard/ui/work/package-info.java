/**
 * What is being worked on, and what a screen and its window know of one another.
 *
 * <p>The {@link app.steelyard.ui.work.Workspace} holds the one plan with its history and result. A screen is a
 * {@link app.steelyard.ui.work.Page}, made from its {@link app.steelyard.ui.work.Surroundings}; where it sends the person, it
 * says by {@link app.steelyard.ui.work.Navigation}. An edit takes this walk: a field asks the workspace, the workspace
 * validates and keeps the plan, every page observes it; while a hand drags, {@link app.steelyard.ui.work.FrameShare} says who
 * shows it in which frame. What takes longer than a frame is done by
 * {@link app.steelyard.ui.work.Background}, or by {@link app.steelyard.ui.work.Latest} where only the newest answer counts.
 *
 * <p>It may import {@code ui.kit} and everything below the faces.
 */
@NullMarked
package app.steelyard.ui.work;

import org.jspecify.annotations.NullMarked;
