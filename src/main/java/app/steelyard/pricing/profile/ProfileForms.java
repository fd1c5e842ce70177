package app.steelyard.pricing.profile;

import app.steelyard.json.JsonValue;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Values in the forms that profiles have and no other file: prices as texts, durations, addresses, spans of days. */
final class ProfileForms {
    /** Stands in for an address that is none, until the profile is refused for it. */
    static final URI NOWHERE = URI.create("https://example.org");

    private static final Texts TEXTS = Texts.of(ProfileForms.class);
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,12})?");
    private static final Pattern DURATION = Pattern.compile("PT(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}S)?");

    private ProfileForms() {}

    private static void refuse(JsonValue at, String key, Object... arguments) {
        at.refuse(TEXTS.get(key, arguments));
    }

    /** The text as it is, refused if {@code pattern} does not match it. */
    static String matching(JsonValue at, Pattern pattern, String expected) {
        String text = at.filled();
        if (!text.isBlank() && !pattern.matcher(text).matches()) {
            refuse(at, expected, at.shown());
        }
        return text;
    }

    static BigDecimal price(JsonValue at) {
        if (at.isNumber()) {
            refuse(at, "decimal.number", at.shown());
            return BigDecimal.ZERO;
        }
        String text = matching(at, DECIMAL, "decimal");
        if (!DECIMAL.matcher(text).matches()) {
            return BigDecimal.ZERO;
        }
        if (text.startsWith("-")) {
            refuse(at, "negative", text);
        }
        return new BigDecimal(text);
    }

    static Currency currency(JsonValue at) {
        String text = at.filled();
        if (Currency.isCode(text)) {
            return new Currency(text);
        }
        if (!text.isBlank()) {
            refuse(at, "currency", at.shown());
        }
        return Currency.USD;
    }

    static Duration duration(JsonValue at) {
        String text = at.filled();
        Duration duration = DURATION.matcher(text).matches() ? Duration.parse(text) : Duration.ZERO;
        if (duration.isZero() && !text.isBlank()) {
            refuse(at, "duration", at.shown());
        }
        return duration;
    }

    static URI url(JsonValue at) {
        String text = at.filled();
        try {
            URI url = new URI(text);
            if (("https".equals(url.getScheme()) || "http".equals(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // refused below, like every other text that is no address
        }
        if (!text.isBlank()) {
            refuse(at, "url", at.shown());
        }
        return NOWHERE;
    }

    /** The half-open days from {@code validFrom} to {@code validTo}. */
    static Validity validity(JsonValue at) {
        int before = at.problems();
        LocalDate from = at.date("validFrom");
        Optional<JsonValue> end = at.given("validTo");
        LocalDate to = end.map(JsonValue::date).orElse(null);
        if (at.problems() == before && to != null && !to.isAfter(from)) {
            end.ifPresent(e -> refuse(e, "validTo", to, from));
        }
        return new Validity(from, to == null || to.isAfter(from) ? to : null);
    }
}
