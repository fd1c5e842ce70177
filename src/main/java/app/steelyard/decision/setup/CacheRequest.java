package app.steelyard.decision.setup;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.pricing.CachePolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How requests tell a vendor's cache what to keep.
 *
 * @param vendor as in the price book
 * @param facts what else to know, each with where it was read
 */
record CacheRequest(String vendor, CachePolicy.Mode mode, Form form, List<Fact> facts) {
    private static final List<CacheRequest> SHIPPED = JsonReader.packaged(CacheRequest.class, "requests.json", root -> {
                List<CacheRequest> all = root.objects("requests", CacheRequest::read);
                root.done();
                return all;
            })
            .packaged();

    CacheRequest {
        facts = List.copyOf(facts);
    }

    /** What a request looks like. */
    enum Form {
        /** Nothing is named: the order is all. */
        PREFIX,
        /** The same in Google's words. */
        GEMINI,
        /** A key beside the messages. */
        KEYED,
        /** A key and a retention, in OpenAI's words. */
        OPENAI_KEYED,
        /** A key, and marks on blocks of content. */
        OPENAI_MARKED,
        /** Marks on blocks of content. */
        CACHE_CONTROL,
        /** Marks between blocks of content. */
        CACHE_POINT,
        /** A cache with a name, created before. */
        CACHED_CONTENT;

        boolean keyed() {
            return this == KEYED || this == OPENAI_KEYED || this == OPENAI_MARKED;
        }
    }

    /**
     * One thing to know.
     *
     * @param id of its text
     * @param read the day it was read
     */
    record Fact(String id, String source, LocalDate read) {}

    /** What is known of a vendor; empty where nothing is. */
    static Optional<CacheRequest> of(String vendor, CachePolicy.Mode mode) {
        return SHIPPED.stream()
                .filter(r -> r.vendor.equals(vendor) && r.mode == mode)
                .findFirst();
    }

    private static CacheRequest read(JsonValue json) {
        return new CacheRequest(
                json.filled("vendor"),
                json.choice("mode", CachePolicy.Mode.class),
                json.choice("form", Form.class),
                json.objects("facts", f -> new Fact(f.filled("id"), f.filled("source"), f.date("read"))));
    }
}
