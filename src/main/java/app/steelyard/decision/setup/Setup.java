package app.steelyard.decision.setup;

import app.steelyard.cost.Improvement;
import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Caches;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.Decision;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Exactly what to change in code, so that a vendor's cache does what a decision reckons with.
 *
 * @param model that it is for
 * @param lifetime the one to be named; null where nothing is cached
 * @param order all that is sent, in this order
 * @param breakpoints the items behind which one stands; none where the vendor finds prefixes itself
 * @param steps in the order in which they are done; at least one
 * @param snippet the request as JSON, with ids of items in place of their texts; empty where nothing is cached
 */
public record Setup(
        Model model,
        @Nullable CacheLifetime lifetime,
        List<ContextItem> order,
        List<ContextItem> breakpoints,
        List<Step> steps,
        String snippet) {
    /** Hit rates this near are those of one breakpoint. */
    private static final double SAME = 1e-9;

    /** How the price book names a model with a named cache, behind the vendor's own name. */
    static final String OBJECT = ":explicit-cache";

    private static final Texts TEXTS = Texts.of(Setup.class);

    public Setup {
        order = List.copyOf(order);
        breakpoints = List.copyOf(breakpoints);
        steps = List.copyOf(steps);
    }

    /**
     * One change, or what to know of it.
     *
     * @param source where it was read; empty for what follows from the plan
     */
    public record Step(String text, String source) {
        /** With its source behind it. */
        public String full() {
            return source.isEmpty() ? text : TEXTS.get("setup.sourced", text, source);
        }
    }

    /** On the model that the recommended design runs on; empty where the plan has chosen none. */
    public static Optional<Setup> of(Decision decision, PriceBook book) {
        Plan plan = decision.comparison().plan();
        Architecture chosen =
                Architecture.of(plan, decision.recommended().placements(), book).proposed();
        return Optional.ofNullable(chosen.model(plan))
                .flatMap(book::model)
                .map(model -> of(plan, chosen, model, List.of(), book));
    }

    /** On another model, where what would be in the weights of the plan's is cached. */
    public static Setup on(Model model, Decision decision, PriceBook book) {
        Plan plan = decision.comparison().plan();
        List<Placement> placements = decision.recommended().placements();
        PriceRef ref = model.ref();
        boolean tuned = placements.contains(Placement.WEIGHTS);
        if (!tuned && ref.equals(plan.inference().model())) {
            return of(plan, Architecture.of(plan, placements, book).proposed(), model, List.of(), book);
        }
        List<Placement> there = tuned ? Design.PROMPT_CACHING.placementsOf(plan.items()) : placements;
        List<Step> first = tuned ? List.of(new Step(TEXTS.get("setup.untuned", model.name()), "")) : List.of();
        // Lifetimes have other names there.
        Plan other = plan.withCaching(plan.caching().withLifetime(null))
                .withInference(plan.inference().withModel(ref));
        return of(other, Architecture.of(other, there, book).proposed(), model, first, book);
    }

    private static Setup of(Plan plan, Architecture design, Model model, List<Step> first, PriceBook book) {
        if (!design.places(Placement.CACHED_PREFIX)) {
            return nothing(model, plan, design, first, TEXTS.get("setup.none"));
        }
        if (!(Trial.of(plan, design, book).evaluate(plan) instanceof Evaluation.Priced stated)) {
            return nothing(model, plan, design, first, TEXTS.get("setup.unpriced", model.name()));
        }
        Evaluation.Priced best = best(plan, design, stated, book);
        Caches caches = best.caches();
        CacheLifetime lifetime = caches.lifetime();
        if (caches.policy() == null || lifetime == null) {
            return nothing(model, plan, design, first, TEXTS.get("setup.noCache", model.name()));
        }
        if (caches.cachedTokens() == 0) {
            return nothing(
                    model,
                    plan,
                    design,
                    first,
                    TEXTS.get(
                            "setup.short", model.name(), caches.policy().fact().minimumTokens()));
        }
        CachePolicy policy = caches.policy().fact();
        List<ContextItem> cached = caches.parts().stream()
                .filter(p -> p.cachedTokens() > 0)
                .map(CachedPart::item)
                .toList();
        List<ContextItem> order =
                Stream.concat(cached.stream(), sent(plan, design)).distinct().toList();
        List<ContextItem> marked = policy.mode() == CachePolicy.Mode.EXPLICIT ? ends(caches) : List.of();
        Optional<CacheRequest> request = CacheRequest.of(model.ref().vendor(), policy.mode());
        Plan chosen = plan.withCaching(plan.caching().withLifetime(lifetime.name()));
        List<Step> steps = new ArrayList<>(first);
        SetupSteps words = new SetupSteps(chosen, model, best, policy, lifetime, cached, order, marked, request, book);
        steps.addAll(words.all(Improvement.of(chosen, best, book)));
        String snippet = request.map(r -> new Snippet(
                                r.form(),
                                model.ref().id().replace(OBJECT, ""),
                                order,
                                cached.stream().collect(Collectors.toUnmodifiableSet()),
                                marked.stream().collect(Collectors.toUnmodifiableSet()),
                                lifetime,
                                policy.lifetimes().size(),
                                words.key())
                        .json())
                .orElse("");
        return new Setup(model, lifetime, order, marked, steps, snippet);
    }

    private static Setup nothing(Model model, Plan plan, Architecture design, List<Step> first, String why) {
        List<Step> steps =
                Stream.concat(first.stream(), Stream.of(new Step(why, ""))).toList();
        return new Setup(model, null, sent(plan, design).toList(), List.of(), steps, "");
    }

    /** What stands in the prompt, as the plan lists it; what is new with each request last, so that it ends no prefix. */
    private static Stream<ContextItem> sent(Plan plan, Architecture design) {
        return IntStream.range(0, plan.items().size())
                .filter(i -> design.placements().get(i) == Placement.CACHED_PREFIX
                        || design.placements().get(i) == Placement.PLAIN_PROMPT)
                .mapToObj(plan.items()::get)
                .sorted(Comparator.comparing(ContextItem::scope));
    }

    /** With the lifetime of those offered that costs least; of equals the plan's. */
    private static Evaluation.Priced best(Plan plan, Architecture design, Evaluation.Priced stated, PriceBook book) {
        Evaluation.Priced best = stated;
        if (stated.caches().policy() != null) {
            for (CacheLifetime other : stated.caches().policy().fact().lifetimes()) {
                Plan with = plan.withCaching(plan.caching().withLifetime(other.name()));
                if (Trial.of(with, design, book).evaluate(with) instanceof Evaluation.Priced priced
                        && priced.measures().tco() < best.measures().tco() * (1 - SAME)) {
                    best = priced;
                }
            }
        }
        return best;
    }

    /** Where breakpoints stand: parts up to one of them have its hit rate. */
    static List<ContextItem> ends(Caches caches) {
        List<CachedPart> parts =
                caches.parts().stream().filter(p -> p.cachedTokens() > 0).toList();
        List<ContextItem> ends = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            boolean last = p == parts.size() - 1;
            if (last
                    || Math.abs(parts.get(p).hitRate() - parts.get(p + 1).hitRate()) > SAME
                    || parts.get(p + 1).item().growing().grows()) {
                ends.add(parts.get(p).item());
            }
        }
        return ends;
    }

    /** What it is about. */
    public String title() {
        return TEXTS.get("setup.head", model.name());
    }

    /** All of it as text, to be copied. */
    public String text() {
        StringBuilder out = new StringBuilder(title()).append('\n');
        for (int i = 0; i < steps.size(); i++) {
            out.append(i + 1).append(". ").append(steps.get(i).full()).append('\n');
        }
        return snippet.isEmpty()
                ? out.toString()
                : out.append('\n').append(snippet).toString();
    }
}
