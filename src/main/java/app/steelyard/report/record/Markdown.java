package app.steelyard.report.record;

import app.steelyard.decision.rules.Rule;
import app.steelyard.text.Texts;
import app.steelyard.text.Visible;

/** Markdown as it is written, line by line. */
final class Markdown {
    private final StringBuilder out = new StringBuilder();

    void line(String text) {
        out.append(text).append('\n');
    }

    void bullet(String text) {
        line("* " + text);
    }

    /** A text of the front matter, which is YAML. */
    static String quoted(String text) {
        return "\""
                + Visible.of(text).replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\"";
    }

    /** Text that Markdown takes as it stands. */
    static String plain(String text) {
        return Visible.of(text).replaceAll("\\R", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }

    /** A rule's sentence as it stands after “because”. */
    static String clause(Rule rule) {
        String sentence = rule.sentence();
        String clause = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        boolean word = clause.length() > 1 && !Character.isUpperCase(clause.charAt(1));
        return plain(word ? clause.substring(0, 1).toLowerCase(Texts.LOCALE) + clause.substring(1) : clause);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
