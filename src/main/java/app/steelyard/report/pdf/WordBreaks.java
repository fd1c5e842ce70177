package app.steelyard.report.pdf;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a line may end, as the JDK says it, but never behind the apostrophe in a word such as “today’s”. */
final class WordBreaks implements FSTextBreaker {
    private static final char APOSTROPHE = '’';

    private final BreakIterator lines;
    private @Nullable String text;

    WordBreaks(Locale locale) {
        this.lines = BreakIterator.getLineInstance(locale);
    }

    @Override
    public void setText(String text) {
        this.text = text;
        lines.setText(text);
    }

    @Override
    public int next() {
        int end = lines.next();
        while (end != BreakIterator.DONE && insideAWord(end)) {
            end = lines.next();
        }
        return end;
    }

    private boolean insideAWord(int end) {
        return text != null
                && end < text.length()
                && text.charAt(end - 1) == APOSTROPHE
                && Character.isLetter(text.charAt(end));
    }
}
