package app.steelyard.app.prices;

import app.steelyard.text.Names;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in a column of a table of prices, by how people head it; the first that fits counts. */
public enum PriceColumn {
    VENDOR("vendor|provider|sold by|host"),
    TIER(".*\\btier\\b.*|service|mode"),
    FROM("(valid )?from|since|start.*"),
    UNTIL("until|(valid )?to|end.*"),
    CURRENCY("currency"),
    SOURCE("source"),
    CACHE(".*cache (rules?|keeps).*"),
    HOUR_WRITE(".*(1 ?h|hour).*"),
    WRITE(".*(write|creation|5 ?m\\b).*"),
    CACHED(".*(cache|hit).*"),
    OUTPUT(".*(output|completion|response).*|out"),
    INPUT(".*(input|prompt).*|in"),
    MODEL(".*model.*|name|id|ref(erence)?");

    private final Pattern heading;

    PriceColumn(String heading) {
        this.heading = Pattern.compile(heading);
    }

    /** The column of that heading; empty for one that is not needed. */
    static Optional<PriceColumn> headed(String text) {
        String heading = text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Stream.of(values())
                .filter(c -> c.heading.matcher(heading).matches())
                .findFirst();
    }

    /** Whether a price stands there. */
    boolean isPrice() {
        return switch (this) {
            case INPUT, CACHED, WRITE, HOUR_WRITE, OUTPUT -> true;
            case VENDOR, TIER, FROM, UNTIL, CURRENCY, SOURCE, CACHE, MODEL -> false;
        };
    }

    /** Its name, as shown. */
    public String title() {
        return Names.of(this);
    }
}
