package app.steelyard.app.usage;

import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.contract.Agreed;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.text.Refusal;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.PricedModels;
import app.steelyard.usage.replay.PriceTarget;
import app.steelyard.usage.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** At whose prices a replay is to be reckoned, as people name them. */
public final class ReplayTargets {
    private static final Texts TEXTS = Texts.of(ReplayTargets.class);
    private static final int NAMED = 5;

    private ReplayTargets() {}

    /** The book in which {@code plan}'s discounts are taken off. */
    public static PriceBook book(Plan plan, PriceBook listed) {
        return listed.paying((ref, quote, day) -> Agreed.of(plan, listed, day).rates(ref, quote));
    }

    /**
     * Those of a plan and of names.
     *
     * @param names vendors, for the models of theirs that the log has, or models
     * @throws Refusal if there is no such vendor or model, or the vendor sells none of the log's models
     */
    public static List<PriceTarget> of(Optional<Plan> plan, List<String> names, Replay replay, PricedModels models) {
        List<PriceTarget> targets = new ArrayList<>();
        plan.map(p -> p.inference())
                .ifPresent(i -> targets.add(new PriceTarget(
                        known(i.model(), models.book()).vendor(),
                        i.model().id(),
                        Modifiers.STANDARD.served(i.tier().name()))));
        for (String name : names) {
            targets.add(name.indexOf('/') < 0 ? vendor(name, replay, models) : model(name, models.book()));
        }
        return targets.stream().distinct().toList();
    }

    private static PriceTarget model(String name, PriceBook book) {
        try {
            PriceRef ref = known(PriceRef.parse(name), book);
            return new PriceTarget(ref.vendor(), ref.id(), Modifiers.STANDARD);
        } catch (IllegalArgumentException e) {
            throw new Refusal(TEXTS.get("replay.model", name));
        }
    }

    private static PriceRef known(PriceRef ref, PriceBook book) {
        if (book.model(ref).isEmpty()) {
            throw UnlistedModel.refused(ref, book);
        }
        return ref;
    }

    private static PriceTarget vendor(String name, Replay replay, PricedModels models) {
        List<PriceRef> sold = models.book().of(name);
        if (sold.isEmpty()) {
            throw new Refusal(TEXTS.get(
                    "replay.vendor",
                    name,
                    String.join(
                            ", ",
                            models.book().profiles().stream()
                                    .map(p -> p.vendor())
                                    .distinct()
                                    .sorted()
                                    .toList())));
        }
        PriceTarget target = new PriceTarget(name, null, Modifiers.STANDARD);
        boolean any = replay.parts().stream()
                .flatMap(p -> p.tallies().parts().stream())
                .anyMatch(p -> target.of(p.as(), models).isPresent());
        if (!any) {
            throw new Refusal(TEXTS.get(
                    "replay.vendor.other",
                    name,
                    Several.joined(sold.stream().map(PriceRef::toString).toList(), NAMED)));
        }
        return target;
    }
}
