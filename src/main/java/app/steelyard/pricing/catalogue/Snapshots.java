package app.steelyard.pricing.catalogue;

import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens a snapshot of public price data, whichever of the known sets it is. */
public final class Snapshots {
    private static final Texts TEXTS = Texts.of(Snapshots.class);
    /** Of data that is taken over, none is larger by far. */
    private static final long MOST_BYTES = 1L << 26;

    /** Prices are decimal. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Snapshots() {}

    /**
     * Reads a file.
     *
     * @param day of the data, which the files do not state
     * @throws Refusal if the file cannot be read or is none of the known sets
     */
    public static Snapshot read(Path file, LocalDate day) {
        JsonNode root = json(file);
        if (GenaiPrices.is(root)) {
            return GenaiPrices.read(root, DataSet.GENAI_PRICES.source(day));
        }
        if (LiteLlmPrices.is(root)) {
            return LiteLlmPrices.read(root, DataSet.LITELLM.source(day));
        }
        if (ModelsDev.is(root)) {
            return ModelsDev.read(root, DataSet.MODELS_DEV.source(day));
        }
        if (PortkeyPrices.is(root)) {
            return PortkeyPrices.read(root, vendor(file), DataSet.PORTKEY.source(day));
        }
        throw new Refusal(file.toString(), TEXTS.get("snapshot.unknown"));
    }

    /** What stands before the first point, as in {@code openai.2026-08-21.json}. */
    private static String vendor(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.indexOf('.');
        return point < 0 ? name : name.substring(0, point);
    }

    private static JsonNode json(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Refusal(file.toString(), TEXTS.get("snapshot.large", MOST_BYTES >> 20));
            }
            return JSON.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Refusal(file.toString(), TEXTS.get("snapshot.missing"));
        } catch (IOException e) {
            throw new Refusal(file.toString(), TEXTS.get("snapshot.unreadable"));
        } catch (NumberFormatException e) {
            // An exponent beyond all numbers, which the parser lets through.
            throw new Refusal(file.toString(), TEXTS.get("snapshot.json", 1));
        } catch (JacksonException e) {
            throw new Refusal(
                    file.toString(),
                    TEXTS.get(
                            "snapshot.json",
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        }
    }
}
