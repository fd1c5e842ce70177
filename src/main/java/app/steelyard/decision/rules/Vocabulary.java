package app.steelyard.decision.rules;

import app.steelyard.decision.rules.Question.About;
import app.steelyard.text.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every name that a condition may use: the questions' and those computed from the plan and its prices. */
public final class Vocabulary {
    public static final String KIND = "item.kind";
    public static final String ADVICE = "item.advice";
    public static final String APPROACH = "system.approach";

    private static final List<String> YES_NO = List.of(Answering.YES, Answering.NO);
    private static final List<String> KINDS = List.of("information", "behaviour");
    private static final List<String> SCOPES = List.of("shared", "tenant", "user", "session", "request");

    /** Computed names that stand for numbers. */
    private static final Set<String> NUMBERS = Set.of(
            "item.runningTokens",
            "item.changesPerLifetime",
            "item.changesPerRound",
            "item.hitRate",
            "item.plainSeconds",
            "system.accuracyGap",
            "system.cachedSeconds",
            "system.promptTokens",
            "system.tunedGain",
            "system.tenants");

    /** Computed names that stand for words. */
    private static final Map<String, List<String>> WORDS = words();

    private final Set<String> numbers;
    private final Map<String, List<String>> words;

    private Vocabulary(Set<String> numbers, Map<String, List<String>> words) {
        this.numbers = numbers;
        this.words = words;
    }

    private static Map<String, List<String>> words() {
        Map<String, List<String>> words = new TreeMap<>();
        words.put(KIND, KINDS);
        words.put("item.statedKind", KINDS);
        words.put(ADVICE, names(Option.values()));
        words.put(APPROACH, names(Approach.values()));
        for (String name : List.of(
                "item.cachePays",
                "item.fits",
                "item.neededWhole",
                "cache.exists",
                "cache.belowMinimum",
                "system.comparesPrompt",
                "system.comparesOther",
                "system.comparesTuned",
                "system.comparesRetrieval",
                "system.comparesWeights",
                "system.outcomeKnown",
                "model.vendorAllowed",
                "tuning.chosen",
                "tuning.open",
                "tuning.closedToNew",
                "tuning.elsewhere",
                "tuning.ends",
                "tuning.vendorAllowed",
                "tuning.cached",
                "tuning.cheaper")) {
            words.put(name, YES_NO);
        }
        return words;
    }

    /** All names of the questions and all computed ones. */
    static Vocabulary of(Map<String, Answering> questions) {
        Set<String> numbers = new java.util.TreeSet<>(NUMBERS);
        Map<String, List<String>> words = new HashMap<>(WORDS);
        questions.forEach((name, answering) -> {
            switch (answering) {
                case Answering.Choice choice -> words.put(name, choice.words());
                case Answering.Amount number -> numbers.add(name);
                case Answering.Vendors vendors -> {
                    // Seen through model.vendorAllowed and tuning.vendorAllowed.
                }
                case Answering.FromPlan plan -> {
                    if (plan.path().equals("scope")) {
                        words.put(name, SCOPES);
                    } else {
                        numbers.add(name);
                    }
                }
            }
        });
        return new Vocabulary(numbers, words);
    }

    boolean knows(String name) {
        return numbers.contains(name) || words.containsKey(name);
    }

    public boolean isNumber(String name) {
        return numbers.contains(name);
    }

    /** The words that {@code name} may stand for; none for a number. */
    public List<String> words(String name) {
        return words.getOrDefault(name, List.of());
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Names::word).toList();
    }

    /** Whether rules about the system may use the name. */
    static boolean fits(String name, About about) {
        return about == About.ITEM || !name.startsWith(About.ITEM.prefix());
    }
}
