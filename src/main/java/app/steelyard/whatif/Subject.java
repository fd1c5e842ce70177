package app.steelyard.whatif;

import app.steelyard.cost.Comparison;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which design a {@link Result} is about. */
public enum Subject {
    /** The one with the lowest total cost among those that can do the job. */
    CHEAPEST(null),
    /** The do-nothing baseline. */
    TODAY(null),
    UNCACHED(Design.UNCACHED),
    PROMPT_CACHING(Design.PROMPT_CACHING),
    RETRIEVAL(Design.RETRIEVAL),
    FINE_TUNING(Design.FINE_TUNING),
    HYBRID(Design.HYBRID),
    AS_PLACED(Design.AS_PLACED);

    private static final Texts TEXTS = Texts.of(Subject.class);

    private final @Nullable Design design;

    Subject(@Nullable Design design) {
        this.design = design;
    }

    /** The subject that stands for {@code design}; {@link Design#AS_IS} can only be today's. */
    public static Subject of(Design design) {
        return Stream.of(values()).filter(s -> s.design == design).findFirst().orElse(TODAY);
    }

    /** Whether {@code architecture}, which stands for it, goes by another design's name: both place every item alike. */
    public boolean shared(Architecture architecture) {
        return design != null && architecture.design() != design;
    }

    /** As typed: {@code prompt-caching}. */
    public String key() {
        return Names.word(this);
    }

    /** As shown. */
    public String label() {
        return design == null ? TEXTS.name(this) : Names.of(design);
    }

    /** All keys, in order. */
    public static List<String> keys() {
        return Stream.of(values()).map(Subject::key).toList();
    }

    /**
     * Its index among {@code architectures}; −1 where it isn't there, and for the cheapest, which has none of its own. A
     * design whose placements another one already has is found under that other's name.
     */
    public int indexIn(Plan plan, List<Architecture> architectures) {
        List<Placement> placements = design == null ? List.of() : design.placementsOf(plan.items());
        for (int i = 0; i < architectures.size(); i++) {
            Architecture architecture = architectures.get(i);
            if (this == TODAY
                    ? architecture.today()
                    : design != null
                            && architecture.own() == null
                            && !architecture.reordered()
                            && architecture.placements().equals(placements)) {
                return i;
            }
        }
        return -1;
    }

    /** What came of it; empty where it has no price or, for the cheapest, where nothing can do the job. */
    public Optional<Evaluation.Priced> in(Comparison comparison) {
        if (this == CHEAPEST) {
            return comparison.cheapest();
        }
        int index = indexIn(
                comparison.plan(),
                comparison.evaluations().stream().map(Evaluation::architecture).toList());
        return index >= 0 && comparison.evaluations().get(index) instanceof Evaluation.Priced priced
                ? Optional.of(priced)
                : Optional.empty();
    }
}
