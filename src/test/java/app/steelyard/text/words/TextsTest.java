package app.steelyard.text.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.steelyard.text.Language;
import app.steelyard.text.Texts;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Locale machines = Locale.getDefault();

    @AfterEach
    void asBefore() {
        Locale.setDefault(machines);
        Language.choose(Language.ENGLISH);
    }

    @Test
    void theLanguageChosenHasTheWordEnglishTheRestAndTheMachineNoSay() {
        Texts texts = Texts.of(TextsTest.class);
        Locale.setDefault(Locale.GERMANY);
        assertEquals("Kettle", texts.get("try.kettle"));
        Language.choose(Language.GERMAN);
        assertEquals("Kessel", texts.get("try.kettle"));
        assertEquals("Teapot 1.000", texts.get("try.teapot", 1000));
    }

    @Test
    void aKeyThatNobodyWroteIsNamed() {
        assertEquals(
                "no.such.key",
                assertThrows(
                                MissingResourceException.class,
                                () -> Texts.of(TextsTest.class).get("no.such.key"))
                        .getKey());
    }
}
