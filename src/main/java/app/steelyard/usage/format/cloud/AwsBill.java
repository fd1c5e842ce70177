package app.steelyard.usage.format.cloud;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AWS's Cost and Usage Report, 2.0 or its forerunner with {@code lineItem/UsageType} for a name; only the rows of
 * Bedrock count. There is a row for each kind of token, so cached ones are beside the others. Quantities are mostly
 * thousands of tokens, but not always: {@code pricing_unit} or the description says so, and where neither does, the price
 * of a unit. It counts no requests. Source: AWS's page on Bedrock in the report.
 */
public final class AwsBill {
    private static final String[] TYPE = {"line_item_usage_type", "lineitem/usagetype"};
    private static final String[] AMOUNT = {"line_item_usage_amount", "lineitem/usageamount"};
    private static final String[] COST = {"line_item_unblended_cost", "lineitem/unblendedcost"};
    private static final String[] START = {"line_item_usage_start_date", "lineitem/usagestartdate"};
    private static final String[] END = {"line_item_usage_end_date", "lineitem/usageenddate"};
    private static final String[] CURRENCY = {"line_item_currency_code", "lineitem/currencycode"};
    private static final String[] CHARGE = {"line_item_line_item_type", "lineitem/lineitemtype"};
    private static final String[] CODE = {"line_item_product_code", "lineitem/productcode"};
    private static final String[] PRODUCT = {"product_product_name", "product/productname", "product"};
    private static final String[] UNIT = {"pricing_unit", "pricing/unit"};
    private static final String[] DESCRIPTION = {"line_item_line_item_description", "lineitem/lineitemdescription"};

    private static final Pattern MODEL = Pattern.compile(
            "^(?:[A-Z]{2,4}\\d{0,2}-)?(?:MP:[A-Z0-9]+)?(.*?)[-_]?(?i:mantle-)?(?i:cache|input|output).*");
    private static final Pattern EDITION = Pattern.compile("([^\"]+?) \\(Amazon Bedrock Edition\\)");
    private static final Pattern PER = Pattern.compile("(?i)(\\d[\\d,]*[KM]|1,?000|million|thousand)\\b[^/]*token");
    private static final Pattern MONEY = Pattern.compile("(?i)tax|credit|refund|negation|discount$");
    /** No token on Bedrock has cost more than this, nor a thousand of them. */
    private static final BigDecimal MOST_FOR_ONE = new BigDecimal("0.0001");

    private static final BigDecimal MOST_FOR_THOUSAND = new BigDecimal("0.1");
    /** No thousand tokens have cost less. */
    private static final BigDecimal LEAST_FOR_THOUSAND = new BigDecimal("0.000008");

    private static final List<String> NEEDS = List.of(TYPE[0], AMOUNT[0], COST[0], START[0], END[0], CODE[0]);

    public static final Format FORMAT = new Format.OfTable(
            "aws-bill",
            Format.Kind.BILL,
            NEEDS,
            head -> {
                if (head.has(NEEDS.toArray(String[]::new))) {
                    return "aws-bill.2";
                }
                return head.has(TYPE[1], AMOUNT[1], COST[1], START[1], END[1], CODE[1]) ? "aws-bill.1" : null;
            },
            AwsBill::read);

    private AwsBill() {}

    private static void read(TableRow row, RowSink rows) throws RowProblem {
        String type = String.valueOf(row.get(TYPE));
        String product = String.valueOf(row.get(PRODUCT));
        if (!(row.get(CODE) + product).toLowerCase(Texts.LOCALE).contains("bedrock")) {
            BillRow.leaveOutService(rows);
            return;
        }
        if (type.toLowerCase(Texts.LOCALE).contains("embed")) {
            rows.leaveOut("embeddings");
            return;
        }
        String charge = row.get(CHARGE);
        if (charge != null && MONEY.matcher(charge).find()) {
            BillRow.leaveOutMoney(rows);
            return;
        }
        BigDecimal amount = CellValues.money(AMOUNT[0], row.get(AMOUNT));
        BigDecimal cost = CellValues.money(COST[0], row.get(COST));
        BillRow.accept(
                Entry.of("bedrock")
                        .during(CellValues.span(START[0], row.get(START), END[0], row.get(END)))
                        .model(CellValues.name(TYPE[0], model(type, product)))
                        .project(row.get("line_item_usage_account_id", "lineitem/usageaccountid"))
                        .tenant(row.get("line_item_iam_principal"))
                        .tier(Meter.tier(type))
                        .cost(cost, CellValues.currency(CURRENCY[0], row.get(CURRENCY))),
                Meter.kind(type),
                amount,
                unit(row, type, amount, cost),
                AMOUNT[0],
                rows);
    }

    /** What is left of the usage type without region and kind; sales by the marketplace name the product instead. */
    private static @Nullable String model(String type, String product) {
        Matcher name = MODEL.matcher(type);
        if (name.matches() && !name.group(1).isEmpty()) {
            return name.group(1);
        }
        Matcher edition = EDITION.matcher(product);
        return edition.find() ? edition.group(1) : null;
    }

    private static Optional<Long> unit(
            TableRow row, String type, @Nullable BigDecimal amount, @Nullable BigDecimal cost) {
        Optional<Long> stated = Meter.unit(row.get(UNIT));
        if (stated.isPresent()) {
            return stated;
        }
        Matcher described = PER.matcher(String.valueOf(row.get(DESCRIPTION)));
        if (described.find()) {
            return Meter.unit(described.group(1));
        }
        if (type.contains("MP:")) {
            return Optional.of(1_000_000L);
        }
        if (amount == null || cost == null || amount.signum() == 0 || cost.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal price = cost.divide(amount, 18, RoundingMode.HALF_EVEN).abs();
        if (price.compareTo(MOST_FOR_THOUSAND) > 0) {
            return Optional.of(1_000_000L);
        }
        if (price.compareTo(MOST_FOR_ONE) > 0) {
            return Optional.of(1_000L);
        }
        return price.compareTo(LEAST_FOR_THOUSAND) < 0 ? Optional.of(1L) : Optional.empty();
    }
}
