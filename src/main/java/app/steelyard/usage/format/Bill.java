package app.steelyard.usage.format;

import app.steelyard.text.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a cloud's bill: how much of what, in which unit, for how much money. */
final class Bill {
    private static final Texts TEXTS = Texts.of(Bill.class);

    private Bill() {}

    /** Puts the row's tokens and cost into {@code entry} and tells {@code rows} of it. */
    static void accept(
            Entry.Builder entry,
            Optional<Meter.Kind> kind,
            @Nullable BigDecimal quantity,
            Optional<Long> unit,
            String field,
            Rows rows)
            throws RowProblem {
        if (kind.isEmpty()) {
            rows.say(Finding.info(TEXTS.get("bill.noTokens")));
        } else if (quantity == null || unit.isEmpty()) {
            rows.say(Finding.warning(TEXTS.get("bill.noUnit")));
        } else {
            if (quantity.signum() < 0) {
                rows.say(Finding.info(TEXTS.get("bill.negative")));
            }
            entry.tokens(kind.get().tokens(Meter.count(field, quantity, unit.get())));
        }
        rows.accept(entry.build());
    }

    /** Leaves out what is no charge for usage, such as taxes and credits, and says so once. */
    static void leaveOutMoney(Rows rows) {
        rows.leaveOut(TEXTS.get("bill.money"));
    }

    /** Leaves out a row of another service. */
    static void leaveOutService(Rows rows) {
        rows.leaveOut(TEXTS.get("bill.service"));
    }
}
