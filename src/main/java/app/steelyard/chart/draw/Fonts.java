package app.steelyard.chart.draw;

import app.steelyard.text.Visible;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The bundled font: IBM Plex Sans, whose figures are all equally wide. Widths come from the font file itself, so that
 * a chart is laid out the same on every machine and without a toolkit.
 */
public final class Fonts {
    /** The family as named in the files. */
    public static final String FAMILY = "IBM Plex Sans";

    private static final String FOLDER = "/app/steelyard/fonts/";
    private static final char REPLACEMENT = '\ufffd';
    private static final String REGULAR = "IBMPlexSans-Regular.ttf";
    private static final String BOLD = "IBMPlexSans-SemiBold.ttf";

    private Fonts() {}

    /** The tables of a font file, read at their first use: a window opens without them. */
    private static final class Face {
        private static final Face REGULAR = new Face(Fonts.REGULAR);
        private static final Face BOLD = new Face(Fonts.BOLD);

        private final TrueTypeFont font;
        private final CmapLookup glyphs;
        private final double unitsPerEm;
        private final Map<Integer, Double> widths = new ConcurrentHashMap<>();

        Face(String file) {
            try (InputStream in = open(file)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                glyphs = font.getUnicodeCmapLookup();
                unitsPerEm = font.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }

        double width(int codePoint) {
            return widths.computeIfAbsent(codePoint, this::read);
        }

        private synchronized double read(int codePoint) {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The AWT fonts, made at their first use: the screen does without them. */
    private static final class Awt {
        private static final Font REGULAR = load(Fonts.REGULAR);
        private static final Font BOLD = load(Fonts.BOLD);

        /** Also for a thread that was asked to stop: a font that is refused once is refused for as long as the program runs. */
        private static Font load(String file) {
            boolean interrupted = Thread.interrupted();
            try (InputStream in = open(file)) {
                return Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** The regular font file; the caller closes it. */
    public static InputStream regular() {
        return open(REGULAR);
    }

    /** The bold font file; the caller closes it. */
    public static InputStream bold() {
        return open(BOLD);
    }

    /** The width of a text in the unit of {@code size}, characters the font lacks counted as shown. */
    public static double width(String text, double size, boolean bold) {
        Face face = bold ? Face.BOLD : Face.REGULAR;
        return printable(text).codePoints().mapToDouble(face::width).sum() * size;
    }

    /** The text with a visible replacement for what the font cannot show, and without what nobody can see. */
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Visible.of(text).codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                shown.append(c == '\u00a0' ? '\u00a0' : ' ');
            } else if (type == Character.FORMAT
                    || type == Character.CONTROL
                    || type == Character.NON_SPACING_MARK && !Face.REGULAR.has(c)) {
                return;
            } else if (Face.REGULAR.has(c) && Face.BOLD.has(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(REPLACEMENT);
            }
        });
        return shown.toString();
    }

    static Font awt(boolean bold) {
        return bold ? Awt.BOLD : Awt.REGULAR;
    }

    private static InputStream open(String file) {
        InputStream in = Fonts.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("the font " + file + " is missing from the program");
        }
        return in;
    }
}
