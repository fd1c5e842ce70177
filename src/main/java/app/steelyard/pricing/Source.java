package app.steelyard.pricing;

import java.net.URI;
import java.time.LocalDate;

/**
 * Where a price was read.
 *
 * @param title what was read, such as a data set with its date
 * @param url where that can be checked; never opened by this program
 * @param read the day it was read
 */
public record Source(String title, URI url, LocalDate read, Confidence confidence) {}
