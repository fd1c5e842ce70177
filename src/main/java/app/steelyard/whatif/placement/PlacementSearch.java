package app.steelyard.whatif.placement;

import app.steelyard.plan.PriceRef;
import java.util.List;
import java.util.Optional;

/**
 * What came of a search for placements.
 *
 * @param cheapest of those that can do the job within the constraints
 * @param bestNamed the cheapest design of a comparison that can do the job within the constraints
 * @param split what the cheapest saves against today's design; empty where that cannot do the job, or a price is missing
 * @param frontier those than which none is both cheaper and faster, cheapest first; the limit on time not counted
 * @param models the base models that placements were weighed on
 * @param left models that were asked for and are none of these
 * @param tried how many were weighed
 * @param proven whether every sensible placement was
 * @param uncompared which designs a price is missing of, and on which models nothing could be weighed, without a full stop
 * @param reasons why nothing is within the constraints, the most frequent first; empty where something is
 */
public record PlacementSearch(
        Optional<Candidate> cheapest,
        Optional<Candidate> bestNamed,
        Optional<Split> split,
        List<Candidate> frontier,
        List<PriceRef> models,
        List<Left> left,
        int tried,
        boolean proven,
        Optional<String> uncompared,
        List<String> reasons) {

    public PlacementSearch {
        frontier = List.copyOf(frontier);
        models = List.copyOf(models);
        left = List.copyOf(left);
        reasons = List.copyOf(reasons);
    }

    /**
     * A model that is left out.
     *
     * @param why as a sentence without a full stop
     */
    public record Left(PriceRef model, String why) {}

    /**
     * What is saved over the horizon against today's design, below 0 where it is a loss.
     *
     * @param all in all
     * @param byModel by the other model alone: what today's design costs less on it; 0 on today's
     */
    public record Split(double all, double byModel) {
        /** By the design, beside its model. */
        public double byDesign() {
            return all - byModel;
        }
    }

    /** How much less the cheapest costs over the horizon than the best named design; empty where either is missing. */
    public Optional<Double> saved() {
        return bestNamed.flatMap(named -> cheapest.map(best -> named.cost() - best.cost()));
    }
}
