/**
 * Fields that edit the plan. Each takes over on Enter or when it is left; what makes no sense stays in it, outlined, with the
 * reason.
 *
 * <p>It may import {@code ui.kit}, {@code ui.work} and everything below the faces.
 */
@NullMarked
package app.steelyard.ui.edit;

import org.jspecify.annotations.NullMarked;
