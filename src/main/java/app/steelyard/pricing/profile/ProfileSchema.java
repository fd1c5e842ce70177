package app.steelyard.pricing.profile;

import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonValue;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a profile file against the published JSON schema, {@code profile.schema.json}. The reader needs no schema; this
 * shows authors of profiles that what other tools see is what the reader sees. Nothing is ever fetched.
 */
public final class ProfileSchema {
    private static final Texts TEXTS = Texts.of(ProfileSchema.class);

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Schema schema;

    public ProfileSchema() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                b -> b.schemaRegistryConfig(config).schemaLoader(l -> l.fetchRemoteResources(false)));
        String text = new String(PriceBookLoader.shippedContent("profile.schema.json"), StandardCharsets.UTF_8);
        schema = registry.getSchema(text, InputFormat.JSON);
    }

    /** Where a profile that was read differs from the schema; what is no JSON object at all has no place in it. */
    List<Problem> problems(JsonReading<?> reading, byte[] content) {
        JsonValue root = reading.root();
        if (root == null) {
            return List.of();
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return schema.validate(MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text)).stream()
                .map(e -> root.problem(e.getInstanceLocation().toString(), TEXTS.get("schema", e.getMessage())))
                .toList();
    }
}
