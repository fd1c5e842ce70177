package app.steelyard.decision.rules;

import app.steelyard.text.Texts;

/**
 * A plain question. Which there are, and when each is asked, is data: {@code questions.json}.
 *
 * @param id short, and unique among the questions about the same thing
 * @param about what it asks about
 * @param when holds, or may hold, where it is worth asking
 */
public record Question(String id, About about, Answering answering, Condition when) {
    private static final Texts TEXTS = Texts.of(Question.class);

    /** What a question or a rule is about. */
    public enum About {
        /** Each context item in turn. */
        ITEM,
        /** The system as a whole. */
        SYSTEM;

        /** How names begin that speak of it: {@code item.nature}. */
        String prefix() {
            return this == ITEM ? "item." : "system.";
        }
    }

    /** How the answer is called in conditions. */
    public String name() {
        return about.prefix() + id;
    }

    /** The question as asked. */
    public String text() {
        return TEXTS.get("question." + name());
    }

    /** Why it is asked, and what counts as which answer. */
    public String help() {
        return TEXTS.get("help." + name());
    }

    /** A word of a {@link Answering.Choice} as shown. */
    public String choice(String word) {
        String own = "choice." + name() + "." + word;
        return TEXTS.get(TEXTS.has(own) ? own : "choice." + word);
    }
}
