package app.steelyard.pricing.profile;

import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.pricing.Profile;
import app.steelyard.text.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * All there is to say of a profile file.
 *
 * @param problems why it is refused; none if it is not
 * @param warnings what is unlikely in it, and used all the same
 */
public record ProfileValidation(List<Problem> problems, List<Problem> warnings) {
    public ProfileValidation {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the file with care. The published schema is asked only where the reader found nothing wrong, as what both see is
     * told by the reader in plainer words.
     */
    public static ProfileValidation of(Path file) {
        JsonReading<byte[]> bytes = JsonReader.bytes(file);
        byte[] content = bytes.value();
        if (content == null) {
            return new ProfileValidation(bytes.problems(), List.of());
        }
        JsonReading<Profile> reading = ProfileReader.read(file.toString(), content);
        return new ProfileValidation(
                reading.value() == null ? reading.problems() : new ProfileSchema().problems(reading, content),
                ProfileChecks.warnings(reading));
    }
}
