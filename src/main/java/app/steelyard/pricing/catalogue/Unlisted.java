package app.steelyard.pricing.catalogue;

import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model or service that no profile lists.
 *
 * @param service whether it is a service, such as an embedding service, and no model
 * @param alike what may have been meant, the likeliest first
 */
public record Unlisted(PriceRef ref, boolean service, List<PriceRef> alike) {
    private static final Texts TEXTS = Texts.of(Unlisted.class);

    public Unlisted {
        alike = List.copyOf(alike);
    }

    /** What is known of a model that {@code book} does not list. */
    public static Unlisted model(PriceRef ref, PriceBook book) {
        return new Unlisted(ref, false, book.modelsLike(ref));
    }

    /** What is known of a service that {@code book} does not list. */
    public static Unlisted service(PriceRef ref, PriceBook book) {
        return new Unlisted(ref, true, book.servicesLike(ref));
    }

    /** Whatever {@code plan} names that {@code book} does not list, each once. */
    public static List<Unlisted> in(Plan plan, PriceBook book) {
        Retrieval retrieval = plan.retrieval();
        List<Unlisted> unlisted = new ArrayList<>();
        Stream.of(plan.inference().model(), plan.tuning().model())
                .filter(Objects::nonNull)
                .distinct()
                .filter(r -> book.model(r).isEmpty())
                .forEach(r -> unlisted.add(model(r, book)));
        Stream.of(retrieval.embedding(), retrieval.reranker(), retrieval.store())
                .filter(Objects::nonNull)
                .distinct()
                .filter(r -> book.service(r).isEmpty())
                .forEach(r -> unlisted.add(service(r, book)));
        return List.copyOf(unlisted);
    }

    /** That it is not listed, what may have been meant, and what to do, as sentences. */
    public String text() {
        String kind = service ? "service" : "model";
        return alike.isEmpty()
                ? TEXTS.get("unlisted." + kind, ref)
                : TEXTS.get(
                        "unlisted." + kind + ".alike",
                        ref,
                        alike.stream().map(PriceRef::toString).collect(Collectors.joining(", ")));
    }
}
