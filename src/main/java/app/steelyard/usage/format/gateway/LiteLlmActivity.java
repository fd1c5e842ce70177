package app.steelyard.usage.format.gateway;

import app.steelyard.text.Currency;
import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.UsageFinding;
import app.steelyard.usage.row.Vendors;

/**
 * The CSV that LiteLLM's admin pages export, a row a day and team, tag or other entity. It has no cached tokens. With
 * models it has no split into input and output either, and the version that was read adds all of a key's amounts to
 * each of its models; so of that one only the spend is taken, as a bill, with a warning. Source: LiteLLM's export code.
 */
public final class LiteLlmActivity {
    private static final UsageFinding MULTIPLIED = Gateway.warning("litellm.multiplied");
    private static final String SPEND = "spend ($)";

    private LiteLlmActivity() {}

    private static boolean knows(Head head) {
        return head.has("date", SPEND, "requests", "total tokens");
    }

    /** Without models. */
    public static final Format WHOLE = new Format.OfTable(
            "litellm-ui",
            Format.Kind.BOTH,
            head -> knows(head) && head.has("prompt tokens") ? "litellm.ui" : null,
            (row, rows) -> {
                rows.say(Gateway.RECKONED);
                rows.accept(entry(row)
                        .requests(CellValues.count(
                                "Successful Requests", row.get("successful requests", "successful", "requests")))
                        .tokens(Relation.INSIDE.tokens(
                                rows,
                                CellValues.count("Prompt Tokens", row.get("prompt tokens")),
                                null,
                                null,
                                CellValues.count("Completion Tokens", row.get("completion tokens")),
                                CellValues.count("Total Tokens", row.get("total tokens")))));
            });

    /** With models. */
    public static final Format BYMODEL = new Format.OfTable(
            "litellm-ui-models",
            Format.Kind.BILL,
            head -> knows(head) && head.has("model") ? "litellm.ui.models" : null,
            (row, rows) -> {
                rows.say(MULTIPLIED);
                rows.accept(entry(row));
            });

    private static Entry.Builder entry(TableRow row) throws RowProblem {
        String model = CellValues.name("Model", row.get("model"));
        String vendor = Vendors.ofModel(model);
        return Entry.of(vendor)
                .during(CellValues.bucket("Date", row.get("date")))
                .model(Vendors.without(vendor, model))
                .project(CellValues.name("Team", row.get("team id", "team", "tag", "organization id", "organization")))
                .cost(Gateway.money("Spend ($)", row.get(SPEND)), Currency.USD);
    }
}
