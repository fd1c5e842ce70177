package app.steelyard.pricing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.json.JsonReading;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.LongContext;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.Profile;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Service;
import app.steelyard.pricing.TuningOffer;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Problem;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    @Test
    void readsEverythingAProfileCanHave() {
        JsonReading<Profile> reading = ProfileReader.read("good.json", Good.bytes(Good.text()));
        assertEquals(List.of(), reading.problems());
        Profile profile = reading.value();
        assertEquals("acme", profile.vendor());
        Model big = profile.models().getFirst();
        assertEquals(new PriceRef("acme", "org/big"), big.ref());
        assertEquals(1_000_000L, big.contextWindow());
        assertEquals(LocalDate.of(2027, 6, 1), big.retires());
        assertEquals(new PriceRef("acme", "small"), big.standsFor());
        RateCard card = big.rates().getFirst();
        assertEquals(ServiceTier.STANDARD, card.tier());
        assertEquals(new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 1)), card.validity());
        assertEquals(new BigDecimal("8"), card.prices().write("1h").orElseThrow());
        assertTrue(card.promotional());
        assertEquals(200_000, card.longContext().above());
        assertEquals(LongContext.Rule.WHOLE_REQUEST, card.longContext().rule());
        assertNull(big.rates().get(1).longContext());
        assertNull(big.rates().get(2).prices().cachedRead());
        assertEquals("", big.rates().get(1).note());
        CachePolicy policy = big.cachePolicies().getFirst();
        assertEquals(CachePolicy.Mode.EXPLICIT, policy.mode());
        assertEquals(4, policy.maxBreakpoints());
        assertEquals(
                new CacheLifetime("1h", Duration.ofHours(1), CacheLifetime.Refresh.FIXED),
                policy.lifetimes().get(1));
        TuningOffer offer = big.tuning().getFirst();
        assertEquals(new BigDecimal("1.7"), offer.hostingPerHour());
        assertEquals(LocalDate.of(2027, 1, 6), offer.jobsUntil());
        Model small = profile.models().get(1);
        assertNull(small.contextWindow());
        assertNull(small.rates().getFirst().prices().output());
        assertEquals(List.of(), small.cachePolicies());
        assertEquals(Service.Type.SEARCH, profile.services().getFirst().type());
        assertEquals("https://example.org/prices", card.source().url().toString());
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertEquals(List.of(), problems("\uFEFF" + Good.text()));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "format": 1                     | "format": 2          | /format | Format 2 is not known; this version of Steelyard reads format 1.
        "format": 1,                    | ``                   | /format | The key 'format' is missing. Add it.
        "vendor": "acme"                | "vendor": "Acme"     | /vendor | 'Acme' cannot be a vendor’s id; small letters, digits and hyphens are allowed.
        "name": "Acme"                  | "name": " "          | /name | The text is empty. Fill it.
        "asPublished": false            | "asPublished": "no"  | /asPublished | true or false is expected here, not a text.
        "id": "small"                   | "id": "org/big"      | /models/1/id | The id 'org/big' is used twice.
        "id": "small"                   | "id": "s mall"       | /models/1/id | 's mall' cannot be an id; it must have no blanks and at most 200 characters.
        "standsFor": "acme/small"       | "standsFor": "small" | /models/0/standsFor | 'small' is not a reference VENDOR/ID.
        "contextWindow": 1000000        | "contextWindow": 0.5 | /models/0/contextWindow | 0.5 does not do here; a whole number from 1 on is expected, without quotes.
        "retires": "2027-06-01"         | "retires": "2027-02-30" | /models/0/retires | '2027-02-30' is not a date; year, month and day are expected, such as 2026-01-31.
        "retires": "2027-06-01"         | "retires": "1 June 2027" | /models/0/retires | '1 June 2027' is not a date; year, month and day are expected, such as 2026-01-31.
        "retires"                       | "retired"            | /models/0/retired | The key 'retired' is not known here. Remove it, or use one of: id, name, contextWindow, rates, cachePolicies, tuning, retires, standsFor, note.
        "input": "4"                    | "input": 4           | /models/0/rates/0/prices/input | Prices are written as texts, so that no digit is lost: "4" in quotes, not 4.
        "input": "4"                    | "input": "-4"        | /models/0/rates/0/prices/input | -4 is negative; a price is 0 or more.
        "input": "4"                    | "input": "4,00"      | /models/0/rates/0/prices/input | '4,00' is not a decimal number such as "1.25": digits, and a point with up to twelve decimals.
        "input": "4"                    | "input": "4e0"       | /models/0/rates/0/prices/input | '4e0' is not a decimal number such as "1.25": digits, and a point with up to twelve decimals.
        "input": "4"                    | "input": null        | /models/0/rates/0/prices/input | A text in quotes is expected here, not null.
        "input": "4",                   | ``                   | /models/0/rates/0/prices/input | The key 'input' is missing. Add it.
        "cachedRead": "0.5"             | "cachedRead": "5.01" | /models/0/rates/1/prices/cachedRead | Reading from the cache costs 5.01, more than the plain input price of 5.
        "input": "8"                    | "input": "3.99"      | /models/0/rates/0/longContext/prices/input | The price for long prompts, 3.99, is below the one for short ones, 4.
        "price": "10"                   | "price": "4.5"       | /models/0/rates/0/longContext/prices/cacheWrites/0/price | The price for long prompts, 4.5, is below the one for short ones, 5.
        "lifetime": "1h"                | "lifetime": "2h"     | /models/0/rates/0/prices/cacheWrites/1/lifetime | No cache policy of this model has the lifetime '2h'; there are: 1h, 5m.
        "lifetime": "1h"                | "lifetime": "5m"     | /models/0/rates/0/prices/cacheWrites/1/lifetime | The lifetime '5m' is named twice.
        { "input": "1" }                | { "input": "1", "cacheWrites": [{ "lifetime": "5m", "price": "1" }] } | /models/1/rates/0/prices/cacheWrites/0/lifetime | No cache policy of this model has the lifetime '5m'; it has no cache policy at all.
        "tier": "batch"                 | "tier": "BATCH"      | /models/0/rates/2/tier | 'BATCH' is not allowed here; use one of: standard, batch, flex, priority, peak.
        "whole-request"                 | "WHOLE_REQUEST"      | /models/0/rates/0/longContext/rule | 'WHOLE_REQUEST' is not allowed here; use one of: whole-request, marginal.
        "above": 200000                 | "above": "200000"    | /models/0/rates/0/longContext/above | 200000 does not do here; a whole number from 1 on is expected, without quotes.
        "validTo": "2026-06-01"         | "validTo": "2026-01-01" | /models/0/rates/0/validTo | The validity ends on 2026-01-01, which is not after its first day, 2026-01-01. The end is the first day no longer valid.
        "validTo": "2026-06-01"         | "validTo": "2026-06-02" | /models/0/rates/1/validFrom | The validity from 2026-06-01 on overlaps with 2026-01-01 to before 2026-06-02 of /models/0/rates/0. The end of one may be the first day of the next.
        "tier": "batch"                 | "tier": "standard"   | /models/0/rates/2/validFrom | The validity from 2026-01-01 on overlaps with 2026-01-01 to before 2026-06-01 of /models/0/rates/0. The end of one may be the first day of the next.
        "currency": "EUR"               | "currency": "euro"   | /models/1/rates/0/currency | 'euro' is not a currency code; three capital letters are expected, such as USD.
        "mode": "explicit"              | "mode": "implicit"   | /models/0/cachePolicies/0/mode | 'implicit' is not allowed here; use one of: automatic, explicit, object.
        "minimumTokens": 1024           | "minimumTokens": -1  | /models/0/cachePolicies/0/minimumTokens | -1 does not do here; a whole number from 0 on is expected, without quotes.
        "stepTokens": 1,                | "stepTokens": 0,     | /models/0/cachePolicies/0/stepTokens | 0 does not do here; a whole number from 1 on is expected, without quotes.
        "duration": "PT5M"              | "duration": "5m"     | /models/0/cachePolicies/0/lifetimes/0/duration | '5m' is not a time above zero such as PT5M, PT1H or PT90S.
        "duration": "PT5M"              | "duration": "PT0S"   | /models/0/cachePolicies/0/lifetimes/0/duration | 'PT0S' is not a time above zero such as PT5M, PT1H or PT90S.
        "refresh": "fixed"              | "refresh": "never"   | /models/0/cachePolicies/0/lifetimes/1/refresh | 'never' is not allowed here; use one of: on-hit, fixed.
        "trainingPerMillionTokens": "25", "trainingPerHour": "100" | "trainingPerHour": null | /models/0/tuning/0 | A tuning offer needs trainingPerMillionTokens or trainingPerHour.
        "type": "search"                | "type": "searching"  | /services/0/type | 'searching' is not allowed here; use one of: embedding, rerank, search, store.
        "price": "2.5"                  | "price": 2.5         | /services/0/prices/0/price | Prices are written as texts, so that no digit is lost: "2.5" in quotes, not 2.5.
        "url": "https://example.org/cache" | "url": "example.org" | /models/0/cachePolicies/0/source/url | 'example.org' is not an address such as https://example.com/prices.
        "confidence": "low"             | "confidence": "sure" | /models/0/rates/1/source/confidence | 'sure' is not allowed here; use one of: high, medium, low.
        """)
    void refuses(String found, String replacement, String pointer, String reason) {
        String text = Good.text().replaceAll("\"25\",\\s+\"trainingPerHour\"", "\"25\", \"trainingPerHour\"");
        assertTrue(text.contains(found), () -> "the fixture lacks " + found);
        List<Problem> problems = problems(text.replace(found, replacement));
        Problem first = problems.getFirst();
        assertEquals(pointer, first.pointer());
        assertEquals(reason, first.reason());
        assertTrue(first.line() > 0 && first.column() > 0, problems::toString);
        assertEquals(1, problems.size(), problems::toString);
    }

    @Test
    void tellsEveryFlawAtOnce() {
        String text = Good.text()
                .replace("\"input\": \"5\"", "\"input\": 5")
                .replace("\"name\": \"5m\"", "\"nom\": \"5m\"")
                .replace("\"type\": \"search\"", "\"type\": 3");
        List<String> pointers = problems(text).stream().map(Problem::pointer).toList();
        assertEquals(
                List.of(
                        "/models/0/rates/1/prices/input",
                        "/models/0/cachePolicies/0/lifetimes/0/name",
                        "/models/0/cachePolicies/0/lifetimes/0/nom",
                        "/services/0/type"),
                pointers);
    }

    @Test
    void pointersEscapeSlashAndTilde() {
        String text = Good.text().replace("\"note\": \"Temporary.\"", "\"a/b~c\": 1");
        assertEquals("/models/0/rates/0/a~1b~0c", problems(text).getFirst().pointer());
    }

    @Test
    void malformedJsonGivesLineAndColumn() {
        String problem = problems("{\n  \"format\": 1,\n  \"vendor\": acme\n}")
                .getFirst()
                .toString();
        assertTrue(
                problem.matches("x.json:3:\\d+: /vendor: From here on this is not JSON: 'acme' is no value.*"),
                problem);
    }

    @Test
    void aKeyMustNotComeTwice() {
        String problem = problems(Good.text().replace("\"format\": 1,", "\"format\": 1, \"format\": 1,"))
                .getFirst()
                .toString();
        assertTrue(problem.startsWith("x.json:3:16: /format: The key 'format' stands twice"), problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "[]",
                "null",
                "1",
                "\"text\"",
                "{",
                "{}",
                "{} {}",
                "{}x",
                "NaN",
                "{'a': 1}",
                "[[[[[[",
                "{\"format\": 1e99}"
            })
    void whateverElseIsRefusedWithAReason(String text) {
        JsonReading<Profile> reading = ProfileReader.read("x.json", Good.bytes(text));
        assertNull(reading.value());
        assertTrue(!reading.problems().isEmpty());
        reading.problems()
                .forEach(p -> assertTrue(!p.reason().isBlank() && !p.reason().contains("Exception")));
    }

    @Test
    void deepNestingIsRefused() {
        assertTrue(!problems("[".repeat(200_000)).isEmpty());
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] latin1 = Good.text().replace("Acme", "Ácme").getBytes(StandardCharsets.ISO_8859_1);
        String problem =
                ProfileReader.read("x.json", latin1).problems().getFirst().toString();
        assertTrue(problem.matches("x.json:5:1\\d: From here on this is not text in UTF-8.*"), problem);
    }

    private static List<Problem> problems(String text) {
        return ProfileReader.read("x.json", Good.bytes(text)).problems();
    }
}
