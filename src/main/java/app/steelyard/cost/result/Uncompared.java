package app.steelyard.cost.result;

import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which designs a comparison had to leave out: what was never compared is not beaten. */
public final class Uncompared {
    private static final Texts TEXTS = Texts.of(Uncompared.class);

    private Uncompared() {}

    /**
     * What keeps designs from having a price.
     *
     * @param who their name
     */
    public record Reason(String who, String why) {}

    /** Who they are and why, without a full stop; empty where all were compared. */
    public static Optional<String> of(List<Evaluation.Unpriced> unpriced) {
        String names = unpriced.stream().map(u -> u.architecture().name()).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(TEXTS.get("uncompared", names));
    }

    /** Why each has no price; what keeps all designs of a comparison from one, such as a missing exchange rate, once. */
    public static List<Reason> reasons(List<Evaluation> all, Function<Evaluation, String> name) {
        List<Evaluation.Unpriced> unpriced = all.stream()
                .filter(Evaluation.Unpriced.class::isInstance)
                .map(Evaluation.Unpriced.class::cast)
                .toList();
        List<String> shared = all.size() < 2 || unpriced.size() < all.size()
                ? List.of()
                : unpriced.get(0).reasons().stream()
                        .filter(r -> unpriced.stream().allMatch(u -> u.reasons().contains(r)))
                        .toList();
        List<Reason> reasons = new ArrayList<>();
        shared.forEach(r -> reasons.add(new Reason(TEXTS.get("uncompared.all"), r)));
        for (Evaluation.Unpriced one : unpriced) {
            one.reasons().stream()
                    .filter(r -> !shared.contains(r))
                    .forEach(r -> reasons.add(new Reason(name.apply(one), r)));
        }
        return reasons;
    }
}
