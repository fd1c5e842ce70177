package app.steelyard.document;

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
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The little that has to be said of a system to decide, where there is no plan yet.
 *
 * @param tuningModel the model to tune; null for none
 * @param embedding the embedding service; null for none, which leaves retrieval unpriced
 */
public record Sketch(
        String name,
        PriceRef model,
        @Nullable PriceRef tuningModel,
        @Nullable PriceRef embedding,
        LocalDate pricesAsOf,
        double requestsPerMonth,
        double outputTokens,
        double tenants,
        double users,
        List<ContextItem> items) {

    private static final double ACTIVE_HOURS = 12;
    private static final double ACTIVE_SHARE = 0.85;

    public Sketch {
        items = List.copyOf(items);
    }

    /** A plan of it. What the sketch leaves out is of an ordinary size. */
    public Plan plan() {
        return new Plan(
                name,
                items,
                new Traffic(requestsPerMonth, outputTokens, 0, ACTIVE_HOURS, ACTIVE_SHARE, tenants, users, 0),
                new Inference(model, ServiceTier.STANDARD, pricesAsOf),
                new Caching(null, null, null, 0.4).withBehaviour(Caching.Behaviour.OBSERVED),
                new Tuning(tuningModel, 5e6, 1, 10, 0, 6, 0, 0, 4, 2),
                new Retrieval(embedding, null, null, 6000, 0.1, 4),
                Finance.inDollars(4000));
    }
}
