/** The screen that exports the report. */
@NullMarked
package app.steelyard.ui.report;

import org.jspecify.annotations.NullMarked;
