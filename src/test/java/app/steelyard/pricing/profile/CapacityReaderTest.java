package app.steelyard.pricing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Schemas;
import app.steelyard.json.JsonReader;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.contract.CapacityOffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityReaderTest {
    private static final Path FILE = Path.of("pricing-profiles", "capacity.json");

    @Test
    void theShippedFileMeetsItsSchemaAndReads() throws IOException {
        String text = Files.readString(FILE);
        assertEquals(List.of(), Schemas.problems("../pricing-profiles/capacity.schema.json", text));
        List<CapacityOffer> all = CapacityReader.shipped();
        assertEquals(
                all.size(), new HashSet<>(all.stream().map(CapacityOffer::id).toList()).size());
        for (CapacityOffer offer : all) {
            for (CapacityOffer.Term term : offer.terms()) {
                assertTrue(term.perHour() == null ^ term.perMonth() == null, offer.id());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\": 2, \"offers\": []}",
                "{\"format\": 1}",
                "{\"format\": 1, \"offers\": [{\"id\": \"a\"}]}",
                "{\"format\": 1, \"offers\": [], \"more\": 1}",
            })
    void whatIsNoSuchFileIsRefused(String text) {
        assertFalse(JsonReader.read("x.json", text.getBytes(StandardCharsets.UTF_8), CapacityReader::offers)
                .problems()
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-5, azure",
        "azure-openai/gpt-4o-2024-11-20, azure",
        "anthropic/claude-sonnet-4-5, vertex bedrock",
        "vertex/claude-sonnet-4-5@20250929, vertex bedrock",
        "bedrock/eu.anthropic.claude-sonnet-4-5, vertex bedrock",
        "bedrock/global.anthropic.claude-sonnet-4-5-20250929-v1:0, vertex bedrock",
        "groq/openai/gpt-oss-120b, gpu",
        "groq/llama-3.3-70b-versatile, gpu",
        "openai/gpt-5-super,",
    })
    void aModelIsFoundWhoeverSellsItByTheToken(String model, String kinds) {
        assertEquals(
                kinds == null ? "" : kinds,
                CapacityReader.shipped().stream()
                        .filter(o -> o.of(PriceRef.parse(model)).isPresent())
                        .map(o -> o.id().substring(0, o.id().indexOf('-')))
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }
}
