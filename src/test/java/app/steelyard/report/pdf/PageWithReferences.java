package app.steelyard.report.pdf;

import java.io.IOException;
import java.util.List;

/** A page such as a text that slipped into a report unescaped could make: it asks for pictures, styles, fonts and frames. */
public final class PageWithReferences {
    private PageWithReferences() {}

    public static String html(String address) {
        return """
            <html lang="en"><head><title>References</title>
            <link rel="stylesheet" type="text/css" href="%1$s"/>
            <style>
              @import url("%1$s");
              @font-face { font-family: Remote; src: url("%1$s"); }
              body { font-family: 'IBM Plex Sans', Remote; background-image: url("%1$s"); }
            </style></head>
            <body><p>Before</p><img src="%1$s" alt="a picture"/><object data="%1$s" type="image/png"></object>
            <a href="%1$s">a link</a></body></html>
            """.formatted(address);
    }

    /** Writes it as our reports are written; returns the length of the PDF. */
    public static int write(String address) throws IOException {
        return PdfReport.pdf(new HtmlReport.Page(html(address), List.of()), "1.0").length;
    }
}
