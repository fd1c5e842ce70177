package app.steelyard.pricing.profile;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.pricing.contract.CapacityOffer;
import app.steelyard.pricing.contract.CapacityOffer.Term;
import app.steelyard.pricing.contract.CapacityOffer.Throughput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the offers of capacity that come with the program, {@code capacity.json}, when they are first asked for. */
public final class CapacityReader {
    private static final String PACKAGED = "/app/steelyard/pricing/profiles/capacity.json";

    private CapacityReader() {}

    private static final class Shipped {
        static final List<CapacityOffer> ALL = JsonReader.packaged(
                        CapacityReader.class, PACKAGED, CapacityReader::offers)
                .packaged();
    }

    /** All of them, in the order of the file. */
    public static List<CapacityOffer> shipped() {
        return Shipped.ALL;
    }

    static List<CapacityOffer> offers(JsonValue at) {
        at.optional("$schema").ifPresent(JsonValue::text);
        at.member("format").ifPresent(f -> f.whole(1));
        List<CapacityOffer> all = at.objects("offers", CapacityReader::offer);
        at.done();
        return all;
    }

    private static CapacityOffer offer(JsonValue at) {
        return new CapacityOffer(
                at.filled("id"),
                at.filled("seller"),
                at.filled("name"),
                at.filled("unit"),
                whole(at, "minimum"),
                whole(at, "step"),
                at.objects("terms", CapacityReader::term),
                at.objects("models", CapacityReader::takes),
                at.optional("reached").map(ProfileForms::price).orElse(BigDecimal.ONE),
                ProfileReader.source(at),
                at.optional("note").map(JsonValue::text).orElse(""));
    }

    private static Term term(JsonValue at) {
        return new Term(
                at.filled("id"),
                exact(at, "perHour"),
                exact(at, "perMonth"),
                at.optional("months").map(m -> (int) m.whole(1)).orElse(0));
    }

    private static Throughput takes(JsonValue at) {
        return new Throughput(
                at.member("ids").map(i -> i.list(JsonValue::filled)).orElse(List.of()).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                whole(at, "tokensPerMinute"),
                at.member("outputWeight").map(ProfileForms::price).orElse(BigDecimal.ONE),
                exact(at, "cachedWeight"),
                exact(at, "writeWeight"),
                at.optional("minimum").map(m -> m.whole(1)).orElse(null),
                at.optional("step").map(m -> m.whole(1)).orElse(null));
    }

    private static long whole(JsonValue at, String member) {
        return at.member(member).map(m -> m.whole(1)).orElse(1L);
    }

    private static @Nullable BigDecimal exact(JsonValue at, String member) {
        return at.optional(member).map(ProfileForms::price).orElse(null);
    }
}
