package app.steelyard.whatif.search;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonValue;
import app.steelyard.text.Currency;
import app.steelyard.text.NumberReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that somebody published, to be held against a plan.
 *
 * @param id stable, as typed
 * @param title what it says, in plain words
 * @param claim what it says of a plan's figures
 * @param quotation its words
 * @param source who said it and where
 * @param date of the source, as far as it is known: a year, a month or a day
 * @param reading how the words were read where they leave it open; null where they do not
 */
public record PublishedClaim(
        String id,
        String title,
        Claim claim,
        String quotation,
        String source,
        String date,
        @Nullable String reading) {

    /** Those that come with the program, in order. */
    public static List<PublishedClaim> shipped() {
        return JsonReader.packaged(PublishedClaim.class, "claims.json", PublishedClaim::claims)
                .packaged();
    }

    private static List<PublishedClaim> claims(JsonValue root) {
        List<PublishedClaim> claims = root.objects("claims", PublishedClaim::claim);
        root.done();
        return claims;
    }

    private static PublishedClaim claim(JsonValue json) {
        return new PublishedClaim(
                json.filled("id"),
                json.filled("title"),
                Claim.parse(json.filled("claim"), NumberReader.plain(Currency.USD)),
                json.filled("quotation"),
                json.filled("source"),
                json.filled("date"),
                json.optional("reading").map(JsonValue::filled).orElse(null));
    }
}
