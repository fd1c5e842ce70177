package app.steelyard.usage.format.tool;

import app.steelyard.text.Currency;
import app.steelyard.text.Texts;
import app.steelyard.usage.format.gateway.Gateway;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.Tokens;
import app.steelyard.usage.row.UsageFinding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's usage reports of Copilot: a row a day, user, product and model. Those of premium requests count units of billing,
 * which are no requests of a model; those of AI credits have tokens too, the cached ones beside the input. What GitHub bills
 * is the net amount, less what licences include. The vendor is GitHub, for it sets the prices. Source: GitHub's reference of
 * its billing reports, and its own program that reads them.
 */
public final class CopilotUsage {
    private static final String VENDOR = "github-copilot";
    private static final List<String> COLUMNS =
            List.of("date", "product", "sku", "quantity", "unit_type", "net_amount");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(20)?(\\d{2})");
    private static final UsageFinding NET = Gateway.info("copilot.net");
    private static final UsageFinding UNITS = Gateway.info("copilot.units");

    private CopilotUsage() {}

    /** With tokens. */
    public static final Format TOKENS = new Format.OfTable(
            "copilot-usage",
            Format.Kind.BOTH,
            head -> isReport(head) && head.has("input", "output") ? "copilot.tokens" : null,
            CopilotUsage::read);

    /** Without tokens. */
    public static final Format PREMIUM = new Format.OfTable(
            "copilot-premium",
            Format.Kind.BILL,
            head -> isReport(head) && !head.has("input", "output") ? "copilot.premium" : null,
            CopilotUsage::read);

    private static boolean isReport(Head head) {
        return head.has("model") && head.columns().containsAll(COLUMNS);
    }

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        String product = row.get("product");
        String sku = CellValues.name("sku", row.get("sku"));
        boolean model = product != null && product.toLowerCase(Texts.LOCALE).matches(".*(copilot|spark|models).*")
                || sku != null && sku.toLowerCase(Texts.LOCALE).contains("copilot");
        if (!model) {
            rows.leaveOut("other services");
            return;
        }
        rows.say(NET);
        Tokens tokens = Tokens.beside(
                count(row, "input"), count(row, "cache_read"), count(row, "cache_write"), count(row, "output"));
        if (tokens.equals(Tokens.NONE)) {
            rows.say(UNITS);
        }
        String organization = CellValues.name("organization", row.get("organization"));
        rows.accept(Entry.of(VENDOR)
                .during(CellValues.dayOrHour("date", date(row.get("date"))))
                .model(CellValues.name("model", row.get("model")))
                .project(
                        CellValues.name("cost_center_name", row.get("cost_center_name", "repository")) == null
                                ? organization
                                : row.get("cost_center_name", "repository"))
                .tenant(row.get("username"))
                .tokens(tokens)
                .cost(CellValues.requiredMoney("net_amount", row.get("net_amount")), Currency.USD));
    }

    private static @Nullable Long count(TableRow row, String column) throws RowProblem {
        return CellValues.count(column, row.get(column));
    }

    /** Some of these reports have the month first, and two digits of the year. */
    private static @Nullable String date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher parts = DATE.matcher(text);
        return parts.matches()
                ? "20%s-%02d-%02d"
                        .formatted(parts.group(4), Integer.valueOf(parts.group(1)), Integer.valueOf(parts.group(2)))
                : text;
    }
}
