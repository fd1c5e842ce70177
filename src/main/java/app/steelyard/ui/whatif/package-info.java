/** The What if screen: how sure the answer is, what moves it, what to measure, and what would have to be so. */
@org.jspecify.annotations.NullMarked
package app.steelyard.ui.whatif;
