package app.steelyard.cost.result;

import app.steelyard.plan.Design;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A placement for every item of a plan, on a model.
 *
 * @param design the design it follows
 * @param placements in the order of the plan's items
 * @param today whether it is the do-nothing baseline, whose set-up is already paid
 * @param own a model of its own; null where it takes the plan's: the one to be tuned where it places weights, else the base
 * @param on what the model is called that it runs on, tuned or not; empty where that is the plan's base
 * @param reordered whether it is what runs today in another order of the prompt
 */
public record Architecture(
        Design design,
        List<Placement> placements,
        boolean today,
        @Nullable PriceRef own,
        String on,
        boolean reordered) {
    private static final Texts TEXTS = Texts.of(Architecture.class);

    public Architecture {
        placements = List.copyOf(placements);
    }

    public boolean places(Placement placement) {
        return placements.contains(placement);
    }

    /** What it is called wherever it is shown: its design, and the model where that is not the plan's base. */
    public String name() {
        return nameOn(on);
    }

    /** The same on a model of that name; without a model where it is empty. */
    public String nameOn(String model) {
        String name = reordered ? TEXTS.get("architecture.reordered", Names.of(design)) : Names.of(design);
        return model.isEmpty() ? name : TEXTS.get("architecture.on", name, model);
    }

    /** Whether it runs on another model than the plan's base. */
    public boolean elsewhere() {
        return !on.isEmpty();
    }

    /** Whether both are one design, both on the plan's models or both on one of their own, be they of another plan. */
    public boolean like(Architecture other) {
        return design == other.design && (own == null) == (other.own == null) && reordered == other.reordered;
    }

    /** The model that answers, tuned or not; null where the plan has chosen none to be tuned. */
    public @Nullable PriceRef model(Plan plan) {
        return own != null
                ? own
                : places(Placement.WEIGHTS)
                        ? plan.tuning().model()
                        : plan.inference().model();
    }

    /** {@code plan} with the model of its own, where it has one, as the base and as the one to be tuned. */
    public Plan in(Plan plan) {
        if (own == null) {
            return plan;
        }
        return plan.withInference(plan.inference().withModel(own))
                .withTuning(plan.tuning().withModel(own));
    }

    /** The same as a proposal, whatever is in use today. */
    public Architecture proposed() {
        return new Architecture(design, placements, false, own, on, false);
    }

    /** What runs today as a proposal, in the cheapest order. */
    public Architecture inAnotherOrder() {
        return new Architecture(design, placements, false, own, on, true);
    }

    /** The same on a model of its own, of which it has not the name. */
    public Architecture at(PriceRef model) {
        return new Architecture(design, placements, today, model, "", reordered);
    }

    /** The same on a model of its own. */
    public Architecture on(PriceRef model, Plan plan, PriceBook book) {
        return of(plan, design, placements, today, model, book);
    }

    /**
     * The baseline first, then every other design whose placements differ from all before it: with no behaviour among
     * the items, for instance, a hybrid is prompt caching and is not listed again. Where the model to be tuned is not the
     * base and has prices of its own, prompt caching on that model comes last: a design that is cheaper for its model alone
     * has it for a rival.
     */
    public static List<Architecture> of(Plan plan, PriceBook book) {
        List<Architecture> named = new ArrayList<>();
        designs(plan).forEach(a -> named.add(of(plan, a.design(), a.placements(), a.today(), null, book)));
        PriceRef tuned = plan.tuning().model();
        if (tuned != null && !tuned.equals(plan.inference().model()) && !costsTheSame(plan, tuned, book)) {
            List<Placement> placements = Design.PROMPT_CACHING.placementsOf(plan.items());
            named.add(of(plan, named(plan.items(), placements), placements, false, tuned, book));
        }
        return List.copyOf(named);
    }

    /** Those on the plan's models alone, without the names of these. */
    public static List<Architecture> designs(Plan plan) {
        List<ContextItem> items = plan.items();
        List<Architecture> distinct = new ArrayList<>();
        List<Placement> today = plan.today().placementsOf(items);
        distinct.add(new Architecture(named(items, today), today, true, null, "", false));
        for (Design design : Design.values()) {
            List<Placement> placements = design.placementsOf(items);
            // As is can only be the baseline.
            if (design != Design.AS_IS
                    && distinct.stream().noneMatch(a -> a.placements().equals(placements))) {
                distinct.add(new Architecture(design, placements, false, null, "", false));
            }
        }
        return distinct;
    }

    /** Whether a token costs on {@code other} what it costs on the base: then there is nothing to tell apart. */
    private static boolean costsTheSame(Plan plan, PriceRef other, PriceBook book) {
        Inference inference = plan.inference();
        Optional<TokenPrices> own = prices(inference.model(), inference, book);
        return own.isPresent() && own.equals(prices(other, inference, book));
    }

    private static Optional<TokenPrices> prices(PriceRef model, Inference inference, PriceBook book) {
        return book.rates(model, inference.tier(), inference.pricesAsOf())
                .map(q -> q.fact().prices());
    }

    /**
     * One placement. It takes the name of the first design that agrees, so that "as placed" and "as is" keep theirs only
     * where they are unlike all; one that agrees with none counts as placed.
     */
    public static Architecture of(Plan plan, List<Placement> placements, PriceBook book) {
        List<ContextItem> items = plan.items();
        boolean today = plan.today().placementsOf(items).equals(placements);
        return of(plan, named(items, placements), placements, today, null, book);
    }

    private static Design named(List<ContextItem> items, List<Placement> placements) {
        return Stream.of(Design.values())
                .filter(d -> d.placementsOf(items).equals(placements))
                .findFirst()
                .orElse(Design.AS_PLACED);
    }

    private static Architecture of(
            Plan plan,
            Design design,
            List<Placement> placements,
            boolean today,
            @Nullable PriceRef own,
            PriceBook book) {
        PriceRef model = new Architecture(design, placements, today, own, "", false).model(plan);
        String on = model == null || model.equals(plan.inference().model())
                ? ""
                : book.model(model).map(Model::name).orElse(model.toString());
        return new Architecture(design, placements, today, own, on, false);
    }
}
