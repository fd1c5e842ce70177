/**
 * What was really used: reads the vendors' usage exports and puts the measured traffic into a plan.
 * A format is one class behind {@link UsageFormat}; whatever it finds, good or bad, it tells the same {@link FileRows}.
 * It may import {@code plan}, {@code pricing} and {@code text}; it keeps no prompt, user, key or e-mail address.
 */
@NullMarked
package app.steelyard.usage;

import org.jspecify.annotations.NullMarked;
