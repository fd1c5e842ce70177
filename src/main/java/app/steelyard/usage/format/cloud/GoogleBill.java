package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageFinding;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Google Cloud's billing export, saved from BigQuery with its nested columns joined by dots or underscores. A SKU
 * counts one kind of token, so cached ones are beside the others; which it is stands in its description. {@code cost}
 * is what is billed before credits. It counts no requests. Source: the export's table in Google's documentation; how
 * cached input is called there is not documented.
 */
public final class GoogleBill {
    private static final Texts TEXTS = Texts.of(GoogleBill.class);
    private static final Pattern MODELS =
            Pattern.compile("vertex ai|gemini|generative language|claude|anthropic|agent platform");

    public static final Format FORMAT = new Format.OfTable(
            "google-bill",
            Format.Kind.BILL,
            head -> head.has("cost", "currency", "usage_start_time", "usage_end_time")
                            && (head.has("sku.description", "service.description", "usage.amount", "usage.unit")
                                    || head.has("sku_description", "service_description", "usage_amount", "usage_unit"))
                    ? "google-bill"
                    : null,
            GoogleBill::read);

    private GoogleBill() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        String sku = lower(row.get("sku.description", "sku_description"));
        String service = lower(row.get("service.description", "service_description"));
        String model = Meter.model(sku.replaceFirst(" - .*", ""));
        if (!MODELS.matcher(service).find() || model == null) {
            BillRow.leaveOutService(rows);
            return;
        }
        String type = lower(row.get("cost_type"));
        if (!type.isEmpty() && !type.equals("regular")) {
            BillRow.leaveOutMoney(rows);
            return;
        }
        String credits = row.get("credits");
        if (credits != null && credits.contains("{")) {
            rows.say(UsageFinding.info(TEXTS.get("google-bill.credits")));
        }
        BillRow.accept(
                Entry.of("google")
                        .during(CellValues.span(
                                "usage_start_time",
                                iso(row.get("usage_start_time")),
                                "usage_end_time",
                                iso(row.get("usage_end_time"))))
                        .model(CellValues.name("sku.description", model))
                        .project(row.get("project.id", "project_id"))
                        .tier(Meter.tier(sku))
                        .cost(
                                CellValues.money("cost", row.get("cost")),
                                CellValues.currency("currency", row.get("currency"))),
                Meter.kind(sku),
                CellValues.money("usage.amount", row.get("usage.amount", "usage_amount")),
                Meter.unit(row.get("usage.unit", "usage_unit")),
                "usage.amount",
                rows);
    }

    private static @Nullable String iso(@Nullable String time) {
        return time == null ? null : time.replace(" UTC", "Z");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Texts.LOCALE);
    }
}
