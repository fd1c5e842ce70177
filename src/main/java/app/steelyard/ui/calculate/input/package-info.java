/** What the plan states, to be edited beside what follows from it: sentences, items, and all fields by section and by search. */
@NullMarked
package app.steelyard.ui.calculate.input;

import org.jspecify.annotations.NullMarked;
