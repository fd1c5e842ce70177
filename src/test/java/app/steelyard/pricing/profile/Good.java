package app.steelyard.pricing.profile;

import app.steelyard.pricing.Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The fixture {@code good.json}: a profile that has everything, to be spoiled in one place by each test. */
public final class Good {
    private Good() {}

    public static String text() {
        try (InputStream in = Good.class.getResourceAsStream("good.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static Profile profile() {
        return ProfileReader.read("good.json", bytes(text())).value();
    }
}
