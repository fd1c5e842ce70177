/** The designs of a plan beside each other, and what would make another of them the best. */
@NullMarked
package app.steelyard.app.compare;

import org.jspecify.annotations.NullMarked;
