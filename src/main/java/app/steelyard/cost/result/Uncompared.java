package app.steelyard.cost.result;

import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells which designs a comparison had to leave out: what was never compared is not beaten. */
public final class Uncompared {
    private static final Texts TEXTS = Texts.of(Uncompared.class);

    private Uncompared() {}

    /** Who they are and why, without a full stop; empty where all were compared. */
    public static Optional<String> of(List<Evaluation.Unpriced> unpriced) {
        String names =
                unpriced.stream().map(u -> Names.of(u.architecture().design())).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(TEXTS.get("uncompared", names));
    }
}
