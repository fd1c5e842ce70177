package app.steelyard.whatif.search;

import app.steelyard.text.NumberReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

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

    private record Entry(
            String id,
            String title,
            String claim,
            String quotation,
            String source,
            String date,
            @Nullable String reading) {}

    /** Those that come with the program, in order. */
    public static List<PublishedClaim> shipped() {
        try (InputStream in = PublishedClaim.class.getResourceAsStream("claims.json")) {
            if (in == null) {
                throw new IllegalStateException("not packaged: claims.json");
            }
            Entry[] entries = JsonMapper.builder().build().readValue(in, Entry[].class);
            return List.of(entries).stream()
                    .map(e -> new PublishedClaim(
                            e.id(),
                            e.title(),
                            Claim.parse(e.claim(), NumberReader.plain("USD")),
                            e.quotation(),
                            e.source(),
                            e.date(),
                            e.reading()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
