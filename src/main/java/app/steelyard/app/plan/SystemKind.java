package app.steelyard.app.plan;

import app.steelyard.document.Preset;
import app.steelyard.document.Presets;
import app.steelyard.text.Names;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a system does, as far as a new plan can begin with the traffic and the prompt of its like. */
public enum SystemKind {
    SUPPORT_CHAT("support-chat", 50_000),
    CODING_AGENT("coding-agent", 2_000),
    DOCUMENT_CHAT("document-chat", 10_000),
    CLASSIFY("single-call", 1_000_000),
    VOICE("voice", 20_000),
    DEEP_RESEARCH("deep-research", 1_000),
    SINGLE_CALL("single-call", 100_000),
    OTHER(null, 100_000);

    private static final Texts TEXTS = Texts.of(SystemKind.class);

    private final @Nullable String preset;
    private final double perMonth;

    SystemKind(@Nullable String preset, double perMonth) {
        this.preset = preset;
        this.perMonth = perMonth;
    }

    /** Whose numbers stand in for its own; empty where no kind is said. */
    Optional<Preset> preset() {
        return Optional.ofNullable(preset).map(Presets::named);
    }

    /** Whether it talks: its requests are turns of conversations. */
    public boolean conversations() {
        return preset().filter(p -> !p.conversation().isEmpty()).isPresent();
    }

    /** Conversations a month of an example, or requests where there are none. */
    public double perMonth() {
        return perMonth;
    }

    /** The prompt of an example, as a table of items. */
    public String prompt() {
        return TEXTS.get("new.prompt." + name());
    }

    /** What it is like, in a sentence. */
    public String what() {
        String key = "new.what." + name();
        return preset().filter(p -> !TEXTS.has(key)).map(Preset::what).orElseGet(() -> TEXTS.get(key));
    }

    /**
     * The kind of that name.
     *
     * @throws Refusal if there is none
     */
    public static SystemKind named(String word) {
        String wanted = word.strip().replaceAll("[\\s_]+", "-");
        return Stream.of(values())
                .filter(k -> Names.word(k).equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new Refusal(TEXTS.get(
                        "new.unknown",
                        word,
                        Stream.of(values()).map(Names::word).collect(Collectors.joining(", ")))));
    }
}
