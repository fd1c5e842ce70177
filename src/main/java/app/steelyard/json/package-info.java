/**
 * One strict reader and one writer for every JSON file of ours: plans, prices, answers, mappings, settings, rules.
 *
 * <p>A value's way in: {@link JsonReader} turns bytes into {@link JsonValue}s that know their line, column and pointer;
 * whoever knows the format takes their members in the type they must have; what does not fit becomes a {@link Problem},
 * and reading goes on so as to find every one. {@link JsonReading} holds either the value read or the problems, never
 * both. The way out is {@link JsonText}.
 *
 * <p>Exports of others are not read here: those are forgiven what ours are not. It may import {@code text}.
 */
@NullMarked
package app.steelyard.json;

import org.jspecify.annotations.NullMarked;
