package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageFinding;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a cloud's bill: how much of what, in which unit, for how much money. */
final class BillRow {
    private static final Texts TEXTS = Texts.of(BillRow.class);

    private BillRow() {}

    /** Puts the row's tokens and cost into {@code entry} and tells {@code rows} of it. */
    static void accept(
            Entry.Builder entry,
            Optional<Meter.Kind> kind,
            @Nullable BigDecimal quantity,
            Optional<Long> unit,
            String field,
            RowSink rows)
            throws RowProblem {
        if (kind.isEmpty()) {
            rows.say(UsageFinding.info(TEXTS.get("bill.noTokens")));
        } else if (quantity == null || unit.isEmpty()) {
            rows.say(UsageFinding.warning(TEXTS.get("bill.noUnit")));
        } else {
            if (quantity.signum() < 0) {
                rows.say(UsageFinding.info(TEXTS.get("bill.negative")));
            }
            entry.tokens(kind.get().tokens(Meter.count(field, quantity, unit.get())));
        }
        Entry row = entry.build();
        if (quantity != null && row.cost() == null && row.tokens().anyBelowZero()) {
            // Only money tells that something was taken back.
            throw RowProblem.of(field, "count.negative", quantity.toPlainString());
        }
        rows.accept(row);
    }

    /** Leaves out what is no charge for usage, such as taxes and credits, and says so once. */
    static void leaveOutMoney(RowSink rows) {
        rows.leaveOut(TEXTS.get("bill.money"));
    }

    /** Leaves out a row of another service. */
    static void leaveOutService(RowSink rows) {
        rows.leaveOut(TEXTS.get("bill.service"));
    }
}
