/**
 * The report on pages: written as XHTML, laid out, tagged for screen readers, with charts as vectors.
 *
 * <p>A page's way: {@link HtmlReport} writes sentences, tables and places for charts after the
 * {@link BoardPage}; {@link PdfReport} lays that out and has each chart drawn in its place. Nothing is fetched.
 *
 * <p>It may import {@code report}, {@code report.table}, {@code chart} and below.
 */
@NullMarked
package app.steelyard.report.pdf;

import org.jspecify.annotations.NullMarked;
