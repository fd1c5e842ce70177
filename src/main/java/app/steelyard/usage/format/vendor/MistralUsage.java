package app.steelyard.usage.format.vendor;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mistral's usage as CSV: a row a day, workspace, model and kind of token, so that the kinds are disjoint. A column may name
 * the currency, as its name or in it; where none does, it is US dollars, in which Mistral's prices are. Source: exports seen.
 */
public final class MistralUsage {
    public static final Format FORMAT = new Format.OfTable(
            "mistral-usage",
            Format.Kind.BOTH,
            List.of(),
            head -> head.has("date", "model", "type", "tokens")
                            && (head.has("workspace")
                                    || head.has("cost")
                                    || head.has("cost_eur")
                                    || head.has("cost_usd"))
                    ? "mistral-usage"
                    : null,
            Rows::new);

    private MistralUsage() {}

    /** Holds the rows until it is known whether the file tells cached tokens at all. */
    private static final class Rows implements Format.Reader<TableRow> {
        private record Held(Entry.Builder row, Kind kind, long count) {}

        private final List<Held> held = new ArrayList<>();
        private @Nullable Long noReads;

        @Override
        public void read(TableRow row, RowSink rows) throws RowProblem {
            String type = row.get("type");
            if (type == null) {
                throw RowProblem.of("type", "count.missing");
            }
            Kind kind = Kind.of(type.toLowerCase(Texts.LOCALE));
            if (kind == null) {
                rows.leaveOut("other kinds of usage");
                return;
            }
            held.add(new Held(entry(row), kind, CellValues.required("tokens", row.get("tokens"))));
            noReads = kind == Kind.READ ? Long.valueOf(0) : noReads;
        }

        @Override
        public void end(RowSink rows) {
            held.forEach(h -> rows.accept(h.row.tokens(h.kind.tokens(h.count, noReads))));
        }
    }

    private static Entry.Builder entry(TableRow row) throws RowProblem {
        BigDecimal euros = CellValues.money("cost_eur", row.get("cost_eur"));
        String currency = row.get("currency");
        return Entry.of("mistral")
                .during(CellValues.bucket("date", row.get("date")))
                .model(CellValues.name("model", row.get("model")))
                .project(CellValues.name("workspace", row.get("workspace")))
                .key(row.get("api_key", "api_key_name"))
                .cost(
                        euros == null ? CellValues.money("cost", row.get("cost", "cost_usd")) : euros,
                        euros != null
                                ? new Currency("EUR")
                                : currency == null ? Currency.USD : CellValues.currency("currency", currency));
    }

    /** What a row counts. */
    private enum Kind {
        UNCACHED,
        READ,
        OUTPUT;

        /** Null where it is no token of a completion. */
        static @Nullable Kind of(String type) {
            if (type.matches(".*(embed|audio|page|ocr).*")) {
                return null;
            }
            if (type.contains("cache")) {
                return READ;
            }
            if (type.contains("output") || type.contains("completion")) {
                return OUTPUT;
            }
            return type.contains("input") || type.contains("prompt") ? UNCACHED : null;
        }

        /** So many, and none of the others, which have rows of their own. */
        Tokens tokens(long count, @Nullable Long noReads) {
            return switch (this) {
                case UNCACHED -> new Tokens(count, noReads, null, null, null, 0L);
                case READ -> new Tokens(0L, count, null, null, null, 0L);
                case OUTPUT -> new Tokens(0L, noReads, null, null, null, count);
            };
        }
    }
}
