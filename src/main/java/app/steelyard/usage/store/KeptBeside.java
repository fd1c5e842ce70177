package app.steelyard.usage.store;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.pricing.kind.TokenKind;
import app.steelyard.usage.row.Entry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger keeps of a row beside its dimensions and tokens: how it was served, and what it used that is no text.
 * Requests with audio and the like are added up by themselves, so that a kind without a price leaves the others theirs.
 */
public final class KeptBeside {
    private static final String WITH = "with=";

    private KeptBeside() {}

    /** In words; null where there is nothing to keep. */
    static @Nullable String text(Entry entry) {
        String served = entry.modifiers().beside();
        String kinds = entry.extras().tokens().keySet().stream()
                .map(TokenKind::modality)
                .distinct()
                .sorted()
                .map(m -> m.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
        return kinds.isEmpty() ? served : served == null ? WITH + kinds : served + " " + WITH + kinds;
    }

    /** How it was served, of the source's word for the tier and what was kept. */
    public static Modifiers modifiers(@Nullable String tier, @Nullable String kept) {
        return Modifiers.of(
                tier,
                kept == null
                        ? null
                        : Stream.of(kept.split(" ", -1))
                                .filter(w -> !w.startsWith(WITH))
                                .collect(Collectors.joining(" ")));
    }

    /** What was used beside text: names and amounts in turn; null for nothing. What a newer program kept is left out. */
    public static Extras extras(@Nullable String kept) {
        Extras all = Extras.NONE;
        List<String> words = kept == null ? List.of() : List.of(kept.split(" ", -1));
        for (int i = 0; i + 1 < words.size(); i += 2) {
            all = with(all, words.get(i), Long.parseLong(words.get(i + 1)));
        }
        return all;
    }

    private static Extras with(Extras known, String what, long amount) {
        for (TokenKind kind : TokenKind.values()) {
            if (kind.name().equals(what)) {
                return known.with(kind, amount);
            }
        }
        for (Fee fee : Fee.values()) {
            if (fee.name().equals(what)) {
                return known.with(fee, amount);
            }
        }
        return known;
    }
}
