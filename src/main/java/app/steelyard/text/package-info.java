/**
 * Words and numbers as people read them. Every sentence a person sees comes from a resource bundle, one a room, so that
 * another language is another file. An apostrophe in it is ’, a name stands in “ ”, and what is typed in straight quotes.
 * A number goes in by {@link app.steelyard.text.NumberReader} and stands in a field by {@link app.steelyard.text.Typing}.
 * It comes out as an {@link app.steelyard.text.Amount}, which knows what it counts and writes itself: {@link
 * app.steelyard.text.Money} of a {@link app.steelyard.text.Currency}, or a {@link app.steelyard.text.Quantity} of anything
 * else. What was billed stays exact as {@link app.steelyard.text.ExactMoney}.
 * It may import nothing of Steelyard's.
 */
@NullMarked
package app.steelyard.text;

import org.jspecify.annotations.NullMarked;
