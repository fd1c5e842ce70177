package app.steelyard.text;

/**
 * Makes visible what a name or a message holds that nobody sees: signs that command a terminal, and those that turn the
 * order of others round. A name then reads as what it is, wherever it leaves the program.
 */
public final class Visible {
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7f;
    private static final int DELETE_PICTURE = 0x2421;

    private Visible() {}

    /** The text with a sign or a number in the place of each; line feeds and tabs stay. */
    public static String of(String text) {
        int at = 0;
        while (at < text.length() && !isHidden(text, at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isHidden(text, at)) {
                shown.append(c);
            } else if (c < ' ') {
                shown.append((char) (PICTURES + c));
            } else if (c == DELETE) {
                shown.append((char) DELETE_PICTURE);
            } else {
                shown.append("‹U+").append("%04X".formatted((int) c)).append('›');
            }
        }
        return shown.toString();
    }

    /** Whether the sign can be taken as it stands. */
    public static boolean isPlain(char c) {
        if (c < ' ') {
            return c == '\n' || c == '\t';
        }
        return c < DELETE
                || c > 0x9f
                        && c != '\u061c'
                        && c != '\u200e'
                        && c != '\u200f'
                        && (c < '\u2028' || c > '\u202e')
                        && (c < '\u2066' || c > '\u2069')
                        && c != '\ufeff';
    }

    /** A carriage return belongs to the line feed after it. */
    private static boolean isHidden(String text, int at) {
        char c = text.charAt(at);
        boolean ends = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        return !ends && !isPlain(c);
    }
}
