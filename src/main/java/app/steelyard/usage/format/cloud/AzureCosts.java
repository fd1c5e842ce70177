package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cost export of Azure: a row a day, resource and meter, and with that a row for each kind of token; the cached input
 * has a meter of its own and so is beside the other. Quantities count units of 1K or 1M tokens. Dates are written month
 * first. It counts no requests. Source: exports of the enterprise and the customer agreement; meter names as in the
 * retail price list.
 */
public final class AzureCosts {
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern MODELS = Pattern.compile("openai|foundry models|ai foundry|foundry tools");
    private static final Pattern MONEY = Pattern.compile("tax|credit|round");

    private static final List<String> NEEDS =
            List.of("date", "metercategory", "metersubcategory", "metername", "quantity", "unitofmeasure");

    public static final Format FORMAT = new Format.OfTable(
            "azure-costs",
            Format.Kind.BILL,
            NEEDS,
            head -> {
                if (!head.has(NEEDS.toArray(String[]::new))) {
                    return null;
                }
                return head.has("costinbillingcurrency")
                        ? "azure-costs.new"
                        : head.has("cost") ? "azure-costs.old" : null;
            },
            AzureCosts::read);

    private AzureCosts() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        String meter = lower(row.get("metername"));
        String service = lower(row.get("metercategory")) + " " + lower(row.get("metersubcategory"));
        Optional<Meter.Kind> kind = Meter.kind(meter);
        boolean tokens = kind.isPresent() && meter.contains("token");
        if (!tokens && !MODELS.matcher(service).find()) {
            BillRow.leaveOutService(rows);
            return;
        }
        if (meter.contains("embed")) {
            rows.leaveOut("embeddings");
            return;
        }
        String charge = lower(row.get("chargetype"));
        if (MONEY.matcher(charge).find()) {
            BillRow.leaveOutMoney(rows);
            return;
        }
        BillRow.accept(
                Entry.of("azure-openai")
                        .during(CellValues.bucket("Date", iso(row.get("date"))))
                        .model(CellValues.name("MeterName", Meter.model(meter)))
                        .project(project(row))
                        .tier(Meter.tier(meter))
                        .cost(
                                CellValues.money("Cost", row.get("costinbillingcurrency", "cost")),
                                CellValues.currency(
                                        "BillingCurrency", row.get("billingcurrency", "billingcurrencycode"))),
                charge.isEmpty() || charge.equals("usage") ? kind : Optional.empty(),
                CellValues.money("Quantity", row.get("quantity")),
                Meter.unit(row.get("unitofmeasure")),
                "Quantity",
                rows);
    }

    private static @Nullable String project(TableRow row) {
        String resource = row.get("resourceid", "instanceid");
        return resource == null
                ? row.get("resourcename", "resourcegroup", "subscriptionname")
                : resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** Without a year first, it is the month that stands first. */
    private static @Nullable String iso(@Nullable String date) {
        Matcher parts = DATE.matcher(date == null ? "" : date);
        return parts.matches()
                ? "%s-%02d-%02d"
                        .formatted(parts.group(3), Integer.valueOf(parts.group(1)), Integer.valueOf(parts.group(2)))
                : date;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Texts.LOCALE);
    }
}
