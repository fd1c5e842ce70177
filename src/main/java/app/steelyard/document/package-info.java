/**
 * Every file of ours that is opened or saved: plans, answers, mappings of request logs, settings, and what is remembered
 * of a plan; with undo and redo, and the samples.
 *
 * <p>A file's way: {@code json} reads it strictly into values that know their place; a codec ({@link PlanCodec},
 * {@link AnswersCodec}, {@link LogMappingCodec}) takes them apart, brings earlier formats up to date and checks the sense;
 * all that is wrong comes out in one {@link app.steelyard.text.Refusal}. The way back writes the same text for the same
 * value, whole or not at all.
 *
 * <p>It may import {@code decision}, {@code usage}, {@code pricing}, {@code plan}, {@code json}, {@code text} and
 * {@code files}.
 */
@NullMarked
package app.steelyard.document;

import org.jspecify.annotations.NullMarked;
