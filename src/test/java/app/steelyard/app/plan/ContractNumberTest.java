package app.steelyard.app.plan;

import static app.steelyard.Fixtures.book;
import static app.steelyard.Fixtures.model;
import static app.steelyard.Fixtures.plan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.Comparison;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Commitment;
import app.steelyard.plan.Contract.Credit;
import app.steelyard.plan.Plan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractNumberTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final Plan plan = plan(1000, 1000);
    private final String vendor = plan.inference().model().vendor();

    @ParameterizedTest
    @EnumSource(ContractNumber.class)
    void isWhatWasStatedAndGoesAgain(ContractNumber number) {
        Plan ready = ContractNumber.COMMITMENT.with(ContractNumber.byCapacity(plan, true), 500);
        double stated = number.get(ready);
        assertTrue(number.matters(ready));
        Plan changed = number.with(ready, 0.25);
        assertEquals(0.25, number.get(changed));
        for (ContractNumber other : ContractNumber.values()) {
            // A unit is paid by the hour or by the month.
            boolean either = other != number
                    && List.of(ContractNumber.PER_HOUR, ContractNumber.PER_MONTH)
                            .containsAll(List.of(other, number));
            assertEquals(
                    other == number ? 0.25 : either ? Double.NaN : other.get(ready), other.get(changed), other.name());
        }
        if (number.optional()) {
            assertTrue(Double.isNaN(number.get(number.with(changed, Double.NaN))));
        }
        assertEquals(stated, number.get(ready));
    }

    @Test
    void keepsWhenItHoldsAndWhoseItIsNot() {
        Plan dated = plan.withContract(Contract.NONE
                .with(new Commitment("others", 7, null, null, null, null))
                .with(new Commitment(vendor, 100, 30.0, DAY, DAY.plusYears(1), "signed"))
                .with(new Credit(vendor, 50, DAY, null, "given")));
        assertEquals(
                new Commitment(vendor, 200, 30.0, DAY, DAY.plusYears(1), "signed"),
                ContractNumber.COMMITMENT
                        .with(dated, 200)
                        .contract()
                        .commitments()
                        .getLast());
        assertEquals(
                List.of(new Credit(vendor, 60, DAY, null, "given")),
                ContractNumber.CREDIT.with(dated, 60).contract().credits());
        assertEquals(
                List.of(new Commitment("others", 7, null, null, null, null)),
                ContractNumber.COMMITMENT.with(dated, Double.NaN).contract().commitments());
    }

    /** An example is no price. */
    @Test
    void nothingIsPricedAtAnExample() {
        Plan example = ContractNumber.byCapacity(plan, true);
        assertEquals(
                List.of("What a unit of capacity for " + plan.inference().model()
                        + " costs and how many tokens a minute it takes"
                        + " are still an example. State both, or take an offer: in Calculate under “Capacity”."),
                missing(example));
        Plan price = ContractNumber.PER_MONTH.with(example, 100);
        Plan tokens = ContractNumber.TOKENS_PER_MINUTE.with(example, 5000);
        assertFalse(missing(price).isEmpty());
        assertFalse(missing(ContractNumber.PER_HOUR.with(price, 3)).isEmpty());
        assertFalse(missing(tokens).isEmpty());
        assertFalse(missing(ContractNumber.PEAK_FACTOR.with(price, 3)).isEmpty());
        assertEquals(List.of(), missing(ContractNumber.TOKENS_PER_MINUTE.with(price, 5000)));
        assertEquals(List.of(), missing(ContractNumber.PER_HOUR.with(tokens, 3)));
    }

    private static List<String> missing(Plan of) {
        return Comparison.of(of, book(model())).unpriced().stream()
                .flatMap(u -> u.reasons().stream())
                .distinct()
                .toList();
    }

    @Test
    void ofSeveralNoneIsMeant() {
        Credit one = new Credit(vendor, 50, DAY, DAY.plusMonths(1), null);
        Plan several = plan.withContract(
                Contract.NONE.withCredits(List.of(one, new Credit(vendor, 70, DAY.plusMonths(1), null, null))));
        assertFalse(ContractNumber.CREDIT.matters(several));
        assertTrue(ContractNumber.CREDIT.matters(plan));
        assertFalse(ContractNumber.OTHER_SPEND.matters(plan));
        assertEquals(plan, ContractNumber.OTHER_SPEND.with(plan, 5));
    }
}
