package app.steelyard.decision.setup;

import app.steelyard.cost.Improvement;
import app.steelyard.cost.engine.Trial;
import app.steelyard.cost.result.Architecture;
import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.decision.setup.Setup.Step;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Source;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in sentences what requests have to be like at a vendor. */
record SetupSteps(
        Plan plan,
        Model model,
        Evaluation.Priced design,
        CachePolicy policy,
        CacheLifetime lifetime,
        List<ContextItem> cached,
        List<ContextItem> order,
        List<ContextItem> marked,
        Optional<CacheRequest> request,
        PriceBook book) {
    private static final Texts TEXTS = Texts.of(SetupSteps.class);
    /** The share of a month's cost from which a saving is worth a step. */
    private static final double NOTABLE = 0.005;

    /** What a request can be changed in without another prompt. */
    private static final Set<Improvement.Kind> IN_CODE =
            EnumSet.of(Improvement.Kind.TRAILING, Improvement.Kind.KEEP_ALIVE, Improvement.Kind.PREWARMED);

    /** @param could what could be done about the cache of the design */
    List<Step> all(List<Improvement> could) {
        List<Step> steps = new ArrayList<>();
        steps.add(own("order", named(cached)));
        List<ContextItem> behind =
                order.stream().filter(i -> !cached.contains(i)).toList();
        if (!behind.isEmpty()) {
            steps.add(own("behind", named(behind)));
        }
        if (design.architecture().places(Placement.RETRIEVED)) {
            steps.add(own("retrieved"));
        }
        if (design.architecture().places(Placement.WEIGHTS)) {
            steps.add(own("tuned", model.ref().id()));
        }
        if (policy.minimumTokens() > 0) {
            steps.add(ofPolicy("minimum", policy.minimumTokens(), policy.stepTokens()));
        }
        switch (policy.mode()) {
            case EXPLICIT -> marks(steps);
            case OBJECT -> object(steps);
            case AUTOMATIC -> steps.add(ofPolicy("automatic"));
        }
        if (request.isPresent()) {
            request.get()
                    .facts()
                    .forEach(f -> steps.add(new Step(
                            TEXTS.get("fact." + f.id()),
                            TEXTS.get("setup.source", f.source(), f.read().toString()))));
            if (request.get().form().keyed()) {
                key(steps);
            }
        } else {
            steps.add(own("unknown", model.ref().vendor()));
        }
        lifetime(steps);
        twin().ifPresent(steps::add);
        could.stream()
                .filter(i -> IN_CODE.contains(i.kind()))
                .filter(i -> i.perMonth().value() > NOTABLE * design.measures().firstMonth())
                // Where the vendor promises no lifetime, nobody knows when to ping.
                .filter(i -> i.kind() != Improvement.Kind.KEEP_ALIVE || policy.mode() == CachePolicy.Mode.EXPLICIT)
                .forEach(i -> steps.add(new Step(i.text(), "")));
        return steps;
    }

    private void marks(List<Step> steps) {
        Integer most = policy.maxBreakpoints();
        steps.add(ofPolicy("marks", named(marked), most == null ? 0 : most));
        marked.stream().filter(i -> i.growing().grows()).findFirst().ifPresent(item -> {
            Integer back = policy.lookBackBlocks();
            steps.add(back == null ? own("moving", item.name()) : ofPolicy("moving.lookBack", item.name(), back));
            if (plan.caching().secondBreakpoint()) {
                steps.add(own("trailing", item.name()));
            }
        });
    }

    private void object(List<Step> steps) {
        steps.add(own(
                "object",
                named(cached),
                Names.of(narrowest()),
                lifetime.duration().toSeconds() + "s"));
        if (policy.storagePerMillionTokenHour() != null) {
            steps.add(ofPolicy(
                    "storage",
                    design.currency()
                            .of(policy.storagePerMillionTokenHour().doubleValue())
                            .each()));
        }
    }

    private void key(List<Step> steps) {
        steps.add(own("key", key()));
        if (policy.requestsPerMinutePerKey() != null && narrowest() == Scope.SHARED) {
            double keys = design.caches().parts().stream()
                    .mapToDouble(CachedPart::keys)
                    .max()
                    .orElse(1);
            if (keys > 1) {
                steps.add(ofPolicy(
                        "keys",
                        Numbers.count(Math.ceil(keys)),
                        Numbers.count(policy.requestsPerMinutePerKey().doubleValue())));
            }
        }
        if (narrowest() == Scope.SESSION) {
            steps.add(own("key.session"));
        }
    }

    private void lifetime(List<Step> steps) {
        if (policy.mode() == CachePolicy.Mode.OBJECT) {
            return;
        }
        boolean choice = policy.lifetimes().size() > 1;
        String key = !choice ? "lifetime.one" : lifetime.name().equals("24h") ? "lifetime.extended" : "lifetime";
        String others = policy.lifetimes().stream()
                .map(CacheLifetime::name)
                .filter(n -> !n.equals(lifetime.name()))
                .collect(Collectors.joining(", "));
        steps.add(ofPolicy(key, choice ? lifetime.name() : time(), others));
        if (choice
                && request.filter(r -> r.form() == CacheRequest.Form.OPENAI_MARKED)
                        .isPresent()) {
            steps.add(own("lifetime.doubt"));
        }
    }

    private String time() {
        long minutes = lifetime.duration().toMinutes();
        return minutes % 60 == 0 ? TEXTS.get("setup.hours", minutes / 60) : TEXTS.get("setup.minutes", minutes);
    }

    /** What the same comes to with a named cache, or without one. */
    private Optional<Step> twin() {
        String id = model.ref().id();
        boolean object = policy.mode() == CachePolicy.Mode.OBJECT;
        PriceRef other = new PriceRef(model.ref().vendor(), object ? id.replace(Setup.OBJECT, "") : id + Setup.OBJECT);
        if (other.equals(model.ref())) {
            return Optional.empty();
        }
        return book.model(other).flatMap(m -> {
            Plan there = plan.withCaching(plan.caching().withLifetime(null))
                    .withInference(plan.inference().withModel(other));
            Architecture same = Architecture.of(there, design.architecture().placements(), book)
                    .proposed();
            return Trial.of(there, same, book).evaluate(there) instanceof Evaluation.Priced priced
                    ? Optional.of(own(
                            object ? "twin.without" : "twin.named",
                            design.currency().of(design.measures().firstMonth()).inShort(),
                            priced.currency().of(priced.measures().firstMonth()).inShort(),
                            m.ref().toString()))
                    : Optional.empty();
        });
    }

    /** Whose requests have the least in common, of all that is cached. */
    private Scope narrowest() {
        return cached.stream().map(ContextItem::scope).max(Scope::compareTo).orElse(Scope.SHARED);
    }

    /** What requests name that belong together. */
    String key() {
        return narrowest() == Scope.SHARED ? TEXTS.get("setup.key.shared") : "<" + Names.word(narrowest()) + ">";
    }

    private static String named(List<ContextItem> items) {
        return items.stream().map(ContextItem::name).collect(Collectors.joining(", "));
    }

    private static Step own(String key, Object... arguments) {
        return new Step(TEXTS.get("setup." + key, arguments), "");
    }

    private Step ofPolicy(String key, Object... arguments) {
        Source source = policy.source();
        return new Step(
                TEXTS.get("setup." + key, arguments),
                TEXTS.get("setup.source", source.title(), source.read().toString()));
    }
}
