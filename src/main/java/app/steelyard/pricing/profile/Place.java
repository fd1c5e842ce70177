package app.steelyard.pricing.profile;

import app.steelyard.pricing.Validity;
import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value in a profile's JSON and where it is. Its members can be taken in the type they must have; what does not fit
 * is refused with pointer and reason, and so is every member nobody asked for.
 */
final class Place {
    private static final Texts TEXTS = Texts.of(Place.class);
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,12})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DURATION = Pattern.compile("PT(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,6}S)?");
    private static final long MOST = 1_000_000_000_000L;

    private final JsonNode node;
    private final String pointer;
    private final List<Flaw> flaws;
    private final Set<String> asked = new HashSet<>();

    /** What is wrong at one pointer. */
    record Flaw(String pointer, String reason) {}

    /** Gives up on the value at hand; the reading goes on with its next sibling. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Flaw flaw;

        Refusal(Flaw flaw) {
            super(flaw.reason(), null, false, false);
            this.flaw = flaw;
        }
    }

    private Place(JsonNode node, String pointer, List<Flaw> flaws) {
        this.node = node;
        this.pointer = pointer;
        this.flaws = flaws;
    }

    /** Reads a whole document; what is wrong is added to {@code flaws}, and then the value is null or not to be used. */
    static <T> @Nullable T read(JsonNode document, List<Flaw> flaws, Function<Place, T> reader) {
        return new Place(document, "", flaws).tryObject(reader);
    }

    private <T> @Nullable T tryObject(Function<Place, T> reader) {
        try {
            return object(reader);
        } catch (Refusal refusal) {
            flaws.add(refusal.flaw);
            return null;
        }
    }

    private <T> T object(Function<Place, T> reader) {
        if (!node.isObject()) {
            throw refusal("object", kind());
        }
        T value = reader.apply(this);
        for (String name : node.propertyNames()) {
            if (!asked.contains(name)) {
                flaws.add(new Flaw(member(name).pointer, TEXTS.get("unknownKey", name)));
            }
        }
        return value;
    }

    Refusal refusal(String key, Object... arguments) {
        return new Refusal(new Flaw(pointer, TEXTS.get(key, arguments)));
    }

    /** The value as JSON text, cut to a length fit for a sentence. */
    private String shown() {
        String text = node.isString() ? node.stringValue() : node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private String kind() {
        return TEXTS.get("kind." + node.getNodeType().name());
    }

    private Place member(String key) {
        asked.add(key);
        String step = key.replace("~", "~0").replace("/", "~1");
        return new Place(node.path(key), pointer + "/" + step, flaws);
    }

    private Place required(String key) {
        Place place = member(key);
        if (place.node.isMissingNode()) {
            throw refusal("missingKey", key);
        }
        return place;
    }

    private <T> @Nullable T optional(String key, Function<Place, T> taker) {
        Place place = member(key);
        return place.node.isMissingNode() || place.node.isNull() ? null : taker.apply(place);
    }

    String text(String key) {
        return required(key).text();
    }

    /** A text that may be absent, and is then empty. */
    String note(String key) {
        String text = optional(key, p -> p.node.isString() ? p.node.stringValue() : p.text());
        return text == null ? "" : text;
    }

    String matching(String key, Pattern pattern, String expected) {
        return required(key).matching(pattern, expected);
    }

    @Nullable
    String optionalMatching(String key, Pattern pattern, String expected) {
        return optional(key, p -> p.matching(pattern, expected));
    }

    BigDecimal price(String key) {
        return required(key).price();
    }

    @Nullable
    BigDecimal optionalPrice(String key) {
        return optional(key, Place::price);
    }

    long whole(String key, long least) {
        return required(key).whole(least);
    }

    @Nullable
    Long optionalWhole(String key, long least) {
        return optional(key, p -> p.whole(least));
    }

    boolean flag(String key) {
        Place place = required(key);
        if (!place.node.isBoolean()) {
            throw place.refusal("boolean", place.kind());
        }
        return place.node.booleanValue();
    }

    boolean flagOr(String key, boolean absent) {
        return member(key).node.isMissingNode() ? absent : flag(key);
    }

    LocalDate date(String key) {
        return required(key).date();
    }

    @Nullable
    LocalDate optionalDate(String key) {
        return optional(key, Place::date);
    }

    /** The half-open days from {@code validFrom} to {@code validTo}. */
    Validity validity() {
        LocalDate from = date("validFrom");
        LocalDate to = optionalDate("validTo");
        if (to != null && !to.isAfter(from)) {
            throw member("validTo").refusal("validTo", to, from);
        }
        return new Validity(from, to);
    }

    URI url(String key) {
        Place place = required(key);
        String text = place.text();
        try {
            URI url = new URI(text);
            if (("https".equals(url.getScheme()) || "http".equals(url.getScheme())) && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // refused below, like every other text that is no address
        }
        throw place.refusal("url", place.shown());
    }

    Duration duration(String key) {
        Place place = required(key);
        String text = place.text();
        Duration duration = DURATION.matcher(text).matches() ? Duration.parse(text) : Duration.ZERO;
        if (duration.isZero()) {
            throw place.refusal("duration", place.shown());
        }
        return duration;
    }

    <E extends Enum<E>> E choice(String key, Class<E> type) {
        Place place = required(key);
        String text = place.text();
        for (E constant : type.getEnumConstants()) {
            if (fileName(constant).equals(text)) {
                return constant;
            }
        }
        String allowed = Stream.of(type.getEnumConstants()).map(Place::fileName).collect(Collectors.joining(", "));
        throw place.refusal("choice", place.shown(), allowed);
    }

    /** How an enum's constant is written in a profile: {@code whole-request}. */
    static String fileName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    <T> T object(String key, Function<Place, T> reader) {
        return required(key).object(reader);
    }

    <T> @Nullable T optionalObject(String key, Function<Place, T> reader) {
        return optional(key, p -> p.object(reader));
    }

    /** The objects of an array; one that is refused does not keep the others from being looked at. */
    <T> List<T> list(String key, int least, Function<Place, T> reader) {
        Place place = least == 0 ? member(key) : required(key);
        if (place.node.isMissingNode()) {
            return List.of();
        }
        if (!place.node.isArray()) {
            throw place.refusal("array", place.kind());
        }
        if (place.node.size() < least) {
            throw place.refusal("empty");
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < place.node.size(); i++) {
            T one = new Place(place.node.get(i), place.pointer + "/" + i, flaws).tryObject(reader);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private String text() {
        if (!node.isString()) {
            throw refusal("text", kind());
        }
        if (node.stringValue().isBlank()) {
            throw refusal("blank");
        }
        return node.stringValue();
    }

    private String matching(Pattern pattern, String expected) {
        String text = text();
        if (!pattern.matcher(text).matches()) {
            throw refusal(expected, shown());
        }
        return text;
    }

    private BigDecimal price() {
        if (node.isNumber()) {
            throw refusal("decimal.number", shown());
        }
        String text = matching(DECIMAL, "decimal");
        if (text.startsWith("-")) {
            throw refusal("negative", text);
        }
        return new BigDecimal(text);
    }

    private long whole(long least) {
        boolean fits = node.isIntegralNumber() && node.canConvertToLong();
        if (!fits || node.longValue() < least || node.longValue() > MOST) {
            throw refusal("whole", shown(), least);
        }
        return node.longValue();
    }

    private LocalDate date() {
        String text = matching(DATE, "date");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refusal("date", text);
        }
    }
}
