/** The parts that screens are made of: number fields, choosers, figures that explain themselves, charts. */
@NullMarked
package app.steelyard.ui.kit;

import org.jspecify.annotations.NullMarked;
