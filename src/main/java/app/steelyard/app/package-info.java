/**
 * What a person does, without a toolkit: both faces use it, and it is tested without a window. A sub-package for each thing
 * that is done.
 *
 * <p>It may import everything below the faces.
 */
@NullMarked
package app.steelyard.app;

import org.jspecify.annotations.NullMarked;
