package app.steelyard.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.Seeded;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void whatNobodySeesIsShown() {
        assertEquals("␛[31mRED␇", Visible.of("\u001b[31mRED\u0007"));
        assertEquals("‹U+202E›evil‹U+2066›‹U+200F›", Visible.of("\u202eevil\u2066\u200f"));
        assertEquals("␡‹U+0085›␀", Visible.of("\u007f\u0085\u0000"));
        assertEquals("a␍b\r\nc\td", Visible.of("a\rb\r\nc\td"));
    }

    @Test
    void allElseIsTheSameText() {
        String text = "Prïce – 10 %\u00a0€ 日本語 😀 שלום\n";
        assertSame(text, Visible.of(text));
    }

    @Test
    void nothingHiddenIsLeft() {
        Seeded.forAll(500, draw -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                text.append((char) draw.whole(0, draw.maybe() ? 0x2100 : 0xFFFF));
            }
            String shown = Visible.of(text.toString()).replace("\r\n", "\n");
            assertTrue(shown.chars().allMatch(c -> Visible.isPlain((char) c)), shown);
        });
    }
}
