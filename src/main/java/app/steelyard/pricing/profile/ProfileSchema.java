package app.steelyard.pricing.profile;

import app.steelyard.text.Texts;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Checks a profile file against the published JSON schema, {@code profile.schema.json}. The reader needs no schema; this
 * shows authors of profiles that what other tools see is what the reader sees. Nothing is ever fetched.
 */
public final class ProfileSchema {
    private static final Texts TEXTS = Texts.of(ProfileSchema.class);

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

    /** Where {@code content} differs from the schema; for what is not JSON at all, that. */
    public List<ProfileProblem> problems(String file, byte[] content) {
        List<Place.Flaw> flaws = new ArrayList<>();
        JsonNode document = ProfileReader.parse(content, flaws);
        if (document != null) {
            schema.validate(document)
                    .forEach(e -> flaws.add(
                            new Place.Flaw(e.getInstanceLocation().toString(), TEXTS.get("schema", e.getMessage()))));
        }
        return flaws.stream()
                .map(f -> new ProfileProblem(file, f.pointer(), f.reason()))
                .toList();
    }
}
