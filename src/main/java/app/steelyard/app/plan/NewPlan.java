package app.steelyard.app.plan;

import app.steelyard.plan.Caching;
import app.steelyard.plan.Finance;
import app.steelyard.plan.Inference;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Retrieval;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.Traffic;
import app.steelyard.plan.Tuning;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.util.List;

/** The plan to begin with: a small system in round numbers, every one of them there to be replaced. */
public final class NewPlan {
    /** The model of a plan that states none, if the price book has it. */
    public static final PriceRef USUAL_MODEL = new PriceRef("openai", "gpt-6.1-terra");

    private static final Texts TEXTS = Texts.of(NewPlan.class);

    private NewPlan() {}

    /** @param today the day whose prices apply */
    public static Plan of(PriceBook book, LocalDate today) {
        return of(model(book), today);
    }

    /** The same, for a model known without a price book. */
    public static Plan of(PriceRef model, LocalDate today) {
        return new Plan(
                TEXTS.get("new.name"),
                List.of(
                        item("instructions", 1500, Kind.BEHAVIOUR, Scope.SHARED, 0.5, Placement.CACHED_PREFIX),
                        item("documents", 10_000, Kind.INFORMATION, Scope.SHARED, 4, Placement.CACHED_PREFIX),
                        item("question", 500, Kind.INFORMATION, Scope.REQUEST, 0, Placement.PLAIN_PROMPT)),
                new Traffic(100_000, 400, 0, 10, 0.9, 1, 100, 0),
                new Inference(model, ServiceTier.STANDARD, today),
                new Caching(null, null, null, 0.4).withBehaviour(Caching.Behaviour.OBSERVED),
                new Tuning(null, 5_000_000, 3, 3, 0, 6, 0, 0, 4, 1),
                new Retrieval(null, null, null, 2000, 1, 3),
                Finance.inDollars(4000));
    }

    /** The usual model, or the first there is. */
    public static PriceRef model(PriceBook book) {
        return book.model(USUAL_MODEL).isPresent() || book.models().isEmpty()
                ? USUAL_MODEL
                : book.models().get(0).ref();
    }

    private static ContextItem item(
            String id, double tokens, Kind kind, Scope scope, double changes, Placement placement) {
        return new ContextItem(id, TEXTS.get("new.item." + id), tokens, kind, scope, changes, placement);
    }
}
