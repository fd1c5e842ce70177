package app.steelyard.chart.draw;

import app.steelyard.text.Visible;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
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
        private final Map<Integer, Shape> shapes = new ConcurrentHashMap<>();

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

        /** In units of the file, upwards; nothing of a space. */
        Shape shape(int codePoint) {
            return shapes.computeIfAbsent(codePoint, this::draw);
        }

        private synchronized Shape draw(int codePoint) {
            try {
                GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
                return glyph == null ? new Path2D.Double() : glyph.getPath();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private synchronized double read(int codePoint) {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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

    /**
     * The outlines of a text, its baseline beginning at the point. They come from the file, too: AWT would copy that into the folder of
     * temporary files, where a killed program leaves it.
     */
    static Path2D outline(String text, double size, boolean bold, double x, double baseline) {
        Face face = bold ? Face.BOLD : Face.REGULAR;
        Path2D all = new Path2D.Double();
        double left = x;
        for (int codePoint : text.codePoints().toArray()) {
            AffineTransform to = AffineTransform.getTranslateInstance(left, baseline);
            to.scale(size / face.unitsPerEm, -size / face.unitsPerEm);
            all.append(face.shape(codePoint).getPathIterator(to), false);
            left += face.width(codePoint) * size;
        }
        return all;
    }

    private static InputStream open(String file) {
        InputStream in = Fonts.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("the font " + file + " is missing from the program");
        }
        return in;
    }
}
