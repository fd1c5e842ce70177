/**
 * What vendors export: answers of their APIs, usage and cost reports, and the files of their consoles. One class a format,
 * registered in {@code usage.format.Formats}; each says where its format is described, whether cached tokens are inside or
 * beside the input, and what it cannot know.
 *
 * <p>It may import {@code usage.row}, {@code usage.input} and {@code text}.
 */
@NullMarked
package app.steelyard.usage.format.vendor;

import org.jspecify.annotations.NullMarked;
