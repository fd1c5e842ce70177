/**
 * The command that lists the charts of the catalogue and draws one.
 *
 * <p>It may import {@code cli.terminal}, {@code cli.usage} and everything below the faces.
 */
@NullMarked
package app.steelyard.cli.chart;

import org.jspecify.annotations.NullMarked;
