package app.steelyard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.text.Currency;
import app.steelyard.text.Refusal;
import app.steelyard.usage.figures.Imported;
import app.steelyard.usage.log.LogMapping;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LogMappingCodecTest {
    private static final String SCHEMA = "mapping.schema.json";
    private static final String COLUMNS = "\"columns\":{\"time\":\"t\",\"input\":\"i\",\"output\":\"o\"}";

    @Test
    void whatIsWrittenIsRead() throws Exception {
        String text = Files.readString(Imported.fixture("request-log", "mapping.json"));
        LogMapping mapping = LogMappingCodec.read(text, "m.json");
        assertEquals("tok_cached", mapping.columns().get(LogMapping.Meaning.READ));
        assertEquals(mapping, LogMappingCodec.read(LogMappingCodec.write(mapping), "m.json"));
        assertEquals(List.of(), Schemas.problems(SCHEMA, text));
        assertEquals(List.of(), Schemas.problems(SCHEMA, LogMappingCodec.write(mapping)));
    }

    @Test
    void whatIsLeftOutIsUsual() throws Exception {
        assertEquals(
                new LogMapping(
                        Map.of(
                                LogMapping.Meaning.TIME,
                                "t",
                                LogMapping.Meaning.INPUT,
                                "i",
                                LogMapping.Meaning.OUTPUT,
                                "o"),
                        LogMapping.TimeUnit.ISO,
                        true,
                        "",
                        Currency.USD),
                LogMappingCodec.read("{\"format\":1," + COLUMNS + "}", "m.json"));
    }

    /** Text, and what is said of it. */
    record Bad(String text, String reason) {}

    static final List<Bad> BAD = List.of(
            new Bad("{\"format\":2," + COLUMNS + "}", "m.json:1:11: /format: The format must be 1"),
            new Bad("[]", "m.json:1:1: An object in braces"),
            new Bad(
                    "{\"format\":1,\"columns\":{\"time\":\"t\",\"input\":\"i\"}}",
                    "/columns: The column of 'output' is missing"),
            new Bad(
                    "{\"format\":1,\"columns\":{\"when\":\"t\"}}",
                    "/columns/when: 'when' is no meaning of a column. There are: time, model"),
            new Bad(
                    "{\"format\":1," + COLUMNS + ",\"times\":\"hours\"}",
                    "/times: 'hours' is not allowed here; use one of: iso, seconds"),
            new Bad("{\"format\":1," + COLUMNS + ",\"cached\":\"both\"}", "/cached: 'both' is not allowed here"),
            new Bad("{\"format\":1," + COLUMNS + ",\"currency\":\"$\"}", "/currency: '$' is no ISO 4217 code"),
            new Bad(
                    "{\"format\":1," + COLUMNS + ",\"vendor\":7}",
                    "/vendor: A text in quotes is expected here, not a number"),
            new Bad(
                    "{\"format\":1," + COLUMNS + ",\"colour\":\"red\"}",
                    "/colour: The key 'colour' is not known here"));

    @ParameterizedTest
    @FieldSource("BAD")
    void whatIsWrongIsNamed(Bad bad) throws Exception {
        String message = assertThrows(Refusal.class, () -> LogMappingCodec.read(bad.text, "m.json"))
                .getMessage();
        assertTrue(message.contains(bad.reason), message);
        assertFalse(Schemas.problems(SCHEMA, bad.text).isEmpty());
    }

    @Test
    void whatIsNoJsonIsSaid() {
        assertThrows(Refusal.class, () -> LogMappingCodec.read("{", "m.json"));
    }
}
