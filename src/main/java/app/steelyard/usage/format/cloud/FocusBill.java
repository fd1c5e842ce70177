package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageFinding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bill of any cloud in the columns of FOCUS, the FinOps Open Cost and Usage Specification. It has a row for each kind
 * of token but no column that says which: that stands in the SKU's or the charge's description. {@code BilledCost} is
 * what is paid and what counts here; {@code EffectiveCost} spreads the same money otherwise. It counts no requests.
 * Source: FOCUS 1.0 to 1.2.
 */
public final class FocusBill {
    private static final Texts TEXTS = Texts.of(FocusBill.class);
    private static final Set<String> USED = Set.of("usage", "purchase");
    private static final Pattern MODELS = Pattern.compile(
            "bedrock|openai|anthropic|claude|gemini|generative|vertex ai|foundry models|mistral|deepseek|cohere");
    private static final String[] DESCRIPTIONS = {
        "skumeter", "x_skumetername", "skupricedetails", "chargedescription", "x_skudescription"
    };

    private static final List<String> NEEDS = List.of(
            "billedcost", "billingcurrency", "chargecategory", "chargeperiodstart", "chargeperiodend", "servicename");

    public static final Format FORMAT = new Format.OfTable(
            "focus",
            Format.Kind.BILL,
            NEEDS,
            head -> {
                if (!head.has(NEEDS.toArray(String[]::new))) {
                    return null;
                }
                return head.has("invoiceid") || head.has("pricingcurrency")
                        ? "focus.1.2"
                        : head.has("skumeter") ? "focus.1.1" : "focus.1.0";
            },
            FocusBill::read);

    private FocusBill() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        String described = text(row, DESCRIPTIONS);
        boolean tokens = Stream.of("consumedunit", "pricingunit")
                .anyMatch(c -> lower(row.get(c)).contains("token"));
        boolean generative = lower(row.get("servicesubcategory")).equals("generative ai");
        String service = lower(text(row, "servicename", "publishername"));
        if (!tokens && !generative && !MODELS.matcher(service).find()) {
            BillRow.leaveOutService(rows);
            return;
        }
        if (!USED.contains(lower(row.get("chargecategory")))) {
            BillRow.leaveOutMoney(rows);
            return;
        }
        BigDecimal billed = CellValues.money("BilledCost", row.get("billedcost"));
        BigDecimal effective = CellValues.money("EffectiveCost", row.get("effectivecost"));
        if (billed != null && effective != null && billed.compareTo(effective) != 0) {
            rows.say(UsageFinding.info(TEXTS.get("focus.effective")));
        }
        String model = Stream.of("skumeter", "x_skumetername", "chargedescription", "x_skudescription", "resourcename")
                .map(c -> Meter.model(row.get(c)))
                .filter(m -> m != null)
                .findFirst()
                .orElse(null);
        String provider = lower(text(row, "serviceprovidername", "providername"));
        boolean consumed = Meter.unit(row.get("consumedunit")).isPresent();
        BillRow.accept(
                Entry.of(vendor(provider, service))
                        .during(CellValues.span(
                                "ChargePeriodStart",
                                row.get("chargeperiodstart"),
                                "ChargePeriodEnd",
                                row.get("chargeperiodend")))
                        .model(CellValues.name("SkuMeter", model))
                        .project(row.get("subaccountname", "subaccountid"))
                        .tier(Meter.tier(described))
                        .cost(billed, CellValues.currency("BillingCurrency", row.get("billingcurrency"))),
                lower(row.get("chargecategory")).equals("usage") ? Meter.kind(described) : Optional.empty(),
                CellValues.money("ConsumedQuantity", row.get(consumed ? "consumedquantity" : "pricingquantity")),
                Meter.unit(row.get(consumed ? "consumedunit" : "pricingunit")),
                "ConsumedQuantity",
                rows);
    }

    /** The price reference that such a bill is held against. */
    private static String vendor(String provider, String service) {
        if (service.contains("bedrock") || provider.contains("aws") || provider.contains("amazon")) {
            return "bedrock";
        }
        if (provider.contains("microsoft") || provider.contains("azure")) {
            return "azure-openai";
        }
        return provider.contains("google") ? "google" : provider.isEmpty() ? "unknown" : provider.strip();
    }

    private static String text(TableRow row, String... columns) {
        return Stream.of(columns).map(row::get).filter(t -> t != null).collect(Collectors.joining(" ; "));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Texts.LOCALE);
    }
}
