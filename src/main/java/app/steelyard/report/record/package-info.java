/**
 * What is decided, as a document that stays beside the code: the record of one decision with the headings of MADR 4, and
 * the rules as people read them.
 *
 * <p>A decision's way: {@link DecisionRecord} takes it with what would flip it, one section after the other words its part,
 * and {@link Markdown} keeps strange names from becoming markup. Nothing is decided here.
 *
 * <p>It may import {@code decision} and below.
 */
@NullMarked
package app.steelyard.report.record;

import org.jspecify.annotations.NullMarked;
