/**
 * The command line: one small class a command, which reads a plan, asks the other rooms, and prints what they answer.
 * It computes nothing and touches neither the toolkit nor the network.
 * It may import every room except {@code ui}.
 */
@NullMarked
package app.steelyard.cli;

import org.jspecify.annotations.NullMarked;
