/**
 * Fields that edit the plan.
 *
 * <p>There is one field that takes over on Enter or when it is left, {@link app.steelyard.ui.edit.CommittingField}, of the plan
 * or of what only a page knows; what makes no sense stays in it, outlined, with the reason. A text takes this walk: the field
 * asks a function to take it over; the function reads it by {@code text} or {@code plan.typed}, edits the plan through the
 * workspace, and says why not where it cannot; the field then shows what the plan says. Numbers, dates, words and prose
 * differ in that function alone. What a range adds, its shape, its ends and what moves with it, stands beside the field.
 *
 * <p>It may import {@code ui.kit}, {@code ui.work} and everything below the faces.
 */
@NullMarked
package app.steelyard.ui.edit;

import org.jspecify.annotations.NullMarked;
