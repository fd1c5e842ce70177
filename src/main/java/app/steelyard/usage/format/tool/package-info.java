/**
 * What coding tools leave behind: session logs of Claude Code, Codex, Gemini CLI and OpenCode, the telemetry that they send,
 * and the usage that Cursor, GitHub and Anthropic report of them. A tool asks models of several vendors, so the model tells
 * whose it is; what a subscription includes is no money paid, and its cost is left unstated.
 *
 * <p>It may import {@code usage.row}, {@code usage.format.vendor}, {@code usage.format.gateway}, {@code usage.input} and
 * {@code text}.
 */
@NullMarked
package app.steelyard.usage.format.tool;

import org.jspecify.annotations.NullMarked;
