/**
 * What all commands share: where they print, how arguments become values, tables and bars of characters, exit codes, and how
 * bad input is told.
 *
 * <p>It may import everything below the faces.
 */
@NullMarked
package app.steelyard.cli.terminal;

import org.jspecify.annotations.NullMarked;
