/**
 * Words, numbers and JSON as people read them: resource bundles, one a room, and the formats of money, tokens and rates.
 * Every sentence a person sees comes from a bundle, so that another language is another file. An apostrophe in it is ’, a
 * name stands in “ ”, and what is typed in straight quotes.
 * It may import nothing of Steelyard's.
 */
@NullMarked
package app.steelyard.text;

import org.jspecify.annotations.NullMarked;
