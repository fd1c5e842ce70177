package app.steelyard.whatif.placement;

import java.util.List;
import java.util.Optional;

/**
 * What came of a search for placements.
 *
 * @param cheapest of those that can do the job within the constraints
 * @param bestNamed the cheapest design of a comparison that can do the job within the constraints
 * @param frontier those than which none is both cheaper and faster, cheapest first; the limit on time not counted
 * @param tried how many were weighed
 * @param proven whether every sensible placement was
 * @param uncompared which designs a price is missing of, and on which models nothing could be weighed, without a full stop
 * @param reasons why nothing is within the constraints, the most frequent first; empty where something is
 */
public record PlacementSearch(
        Optional<Candidate> cheapest,
        Optional<Candidate> bestNamed,
        List<Candidate> frontier,
        int tried,
        boolean proven,
        Optional<String> uncompared,
        List<String> reasons) {

    public PlacementSearch {
        frontier = List.copyOf(frontier);
        reasons = List.copyOf(reasons);
    }

    /** How much less the cheapest costs over the horizon than the best named design; empty where either is missing. */
    public Optional<Double> saved() {
        return bestNamed.flatMap(named -> cheapest.map(best -> named.cost() - best.cost()));
    }
}
