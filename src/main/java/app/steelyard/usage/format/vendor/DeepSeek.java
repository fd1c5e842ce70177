package app.steelyard.usage.format.vendor;

import app.steelyard.text.Currency;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * DeepSeek's exports. The amount CSV has a row a kind of token, hits and misses apart, and one for the requests; it
 * states prices without their currency, so its money is left to the cost CSV. The current generation has a start and an
 * end with the reader's own offset, the older one a day. DeepSeek charges nothing for writing to its cache and never tells it. Source: exports seen, the API's description.
 */
public final class DeepSeek {
    private static final String VENDOR = "deepseek";

    private DeepSeek() {}

    /** Tokens and requests by type. */
    public static final Format AMOUNTS = new Format.OfTable(
            "deepseek-amount",
            Format.Kind.USAGE,
            List.of(),
            head -> head.has("model", "type", "price", "amount") ? generation(head, "deepseek.amount") : null,
            AmountReader::new);

    private static final class AmountReader implements Format.Reader<TableRow> {
        /** Sums of all input, which count only where nothing tells hits and misses apart. */
        private record Sum(List<@Nullable Object> place, Entry entry) {}

        private final List<Sum> sums = new ArrayList<>();
        private final Set<List<@Nullable Object>> apart = new HashSet<>();

        @Override
        public void read(TableRow row, RowSink rows) throws RowProblem {
            long amount = CellValues.required("amount", row.get("amount"));
            Entry.Builder entry = Entry.of(VENDOR)
                    .during(bucket(row))
                    .model(CellValues.name("model", row.get("model")))
                    .key(row.get("api_key_name", "api_key"));
            String type = Objects.requireNonNullElse(row.get("type"), "");
            switch (type) {
                case "input_cache_hit_tokens" -> {
                    apart.add(place(row));
                    rows.accept(entry.tokens(Tokens.beside(null, amount, null, null)));
                }
                case "input_cache_miss_tokens" -> {
                    apart.add(place(row));
                    rows.accept(entry.tokens(Tokens.beside(amount, 0L, null, null)));
                }
                case "input_tokens" ->
                    sums.add(new Sum(
                            place(row),
                            entry.tokens(Tokens.beside(amount, null, null, null))
                                    .build()));
                case "output_tokens" -> rows.accept(entry.tokens(Tokens.beside(null, null, null, amount)));
                case "request_count" -> rows.accept(entry.requests(amount));
                default -> throw RowProblem.of("type", "type.unknown");
            }
        }

        @Override
        public void end(RowSink rows) {
            for (Sum sum : sums) {
                if (apart.contains(sum.place)) {
                    rows.leaveOut("input_tokens");
                } else {
                    rows.accept(sum.entry);
                }
            }
        }

        private static List<@Nullable Object> place(TableRow row) throws RowProblem {
            List<@Nullable Object> place = new ArrayList<>();
            place.add(bucket(row));
            place.add(row.get("model"));
            place.add(row.get("api_key_name"));
            place.add(row.get("api_key"));
            return place;
        }
    }

    /** Billed by model. */
    public static final Format COSTS = new Format.OfTable(
            "deepseek-cost",
            Format.Kind.BILL,
            head -> head.has("model", "wallet_type", "cost", "currency") ? generation(head, "deepseek.cost") : null,
            (row, rows) -> {
                String currency = row.get("currency");
                if (currency == null || !Currency.isCode(currency)) {
                    throw RowProblem.of("currency", "currency.odd");
                }
                rows.accept(Entry.of(VENDOR)
                        .during(bucket(row))
                        .model(CellValues.name("model", row.get("model")))
                        .cost(CellValues.money("cost", row.get("cost")), new Currency(currency)));
            });

    private static @Nullable String generation(Head head, String variant) {
        if (head.has("start_time_iso", "end_time_iso")) {
            return variant;
        }
        return head.has("utc_date") ? variant + ".older" : null;
    }

    private static TimeSpan bucket(TableRow row) throws RowProblem {
        String day = row.get("utc_date");
        if (day == null) {
            return Gateway.span(
                    CellValues.time("start_time_iso", row.get("start_time_iso")),
                    CellValues.time("end_time_iso", row.get("end_time_iso")));
        }
        return CellValues.bucket(
                "utc_date",
                day.matches("\\d{8}") ? day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6) : day);
    }
}
