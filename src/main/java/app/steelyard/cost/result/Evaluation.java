package app.steelyard.cost.result;

import app.steelyard.text.Amount;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of one architecture. */
public sealed interface Evaluation {
    Architecture architecture();

    /**
     * An architecture whose every needed price is known.
     *
     * @param currency of all its money
     * @param statement lines that cost anything, in the order of their kinds
     * @param turns some turns of a session, the first one first; none where a session is one turn
     * @param capacity what is bought in place of tokens; null where these are paid
     * @param laterPrices prices that apply to these lines from a later month on, by month
     */
    record Priced(
            Architecture architecture,
            Currency currency,
            List<Line> statement,
            List<LaterPrice> laterPrices,
            CashFlow cashFlow,
            Measures measures,
            Caches caches,
            FirstToken firstToken,
            List<OnTurn> turns,
            @Nullable CapacityUse capacity,
            List<Notice> notices)
            implements Evaluation {

        public Priced {
            statement = List.copyOf(statement);
            laterPrices = List.copyOf(laterPrices);
            turns = List.copyOf(turns);
            notices = List.copyOf(notices);
        }

        /** With one more notice, the most serious still first. */
        public Priced with(Notice notice) {
            List<Notice> all = Stream.concat(notices.stream(), Stream.of(notice))
                    .sorted(Comparator.comparing(Notice::severity).reversed())
                    .toList();
            return new Priced(
                    architecture,
                    currency,
                    statement,
                    laterPrices,
                    cashFlow,
                    measures,
                    caches,
                    firstToken,
                    turns,
                    capacity,
                    all);
        }

        /** One of its figures. */
        public Amount of(Measure measure) {
            return currency.of(measure.of(this), measure.unit());
        }

        /** Its total cost of ownership, by which designs are ranked. */
        public Money tco() {
            return currency.of(measures.tco());
        }

        /** Whether something of it is not paid at list prices. */
        public boolean agreed() {
            return statement.stream().anyMatch(Line::agreed);
        }

        /** Its total without what is agreed with vendors. */
        double tcoAtList() {
            return agreed() ? statement.stream().mapToDouble(Line::totalAtList).sum() : measures.tco();
        }

        /**
         * What designs are ranked by: the total cost, or where it is stated of all how often they succeed, what as many
         * successes as there are sessions would cost.
         */
        public double ranked() {
            double share = measures.successRate();
            return Double.isNaN(share) ? measures.tco() : Basis.perSuccess(measures.tco(), share);
        }

        /** Whether the design can do the job: it meets no {@linkplain Notice.Severity#OBSTACLE obstacle}. */
        public boolean feasible() {
            return notices.stream().noneMatch(n -> n.severity() == Notice.Severity.OBSTACLE);
        }

        /** What keeps the design from doing the job, as sentences; empty where nothing does. */
        public List<String> obstacles() {
            return notices.stream()
                    .filter(n -> n.severity() == Notice.Severity.OBSTACLE)
                    .map(Notice::text)
                    .toList();
        }
    }

    /**
     * An architecture for which a needed price is not known. It costs something, and nobody here can say how much.
     *
     * @param reasons what is missing, as sentences; at least one
     */
    record Unpriced(Architecture architecture, List<String> reasons) implements Evaluation {

        public Unpriced {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A turn of a session: the prompt grows, what was sent before is read, and so the wait for the first token changes.
     *
     * @param turn from 1
     * @param promptTokens input tokens, on average over the sessions that have so many turns
     * @param cachedShare the share of them that is read from the cache, 0 to 1
     * @param seconds until the first token is there
     */
    public record OnTurn(int turn, double promptTokens, double cachedShare, double seconds) {}
}
