package app.steelyard.usage.format.trace;

import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.Tokens;

/**
 * Azure's public traces of 2023 to 2025: a row a request with its time and sizes. They tell neither the model nor the
 * cache. Source: the AzurePublicDataset repository.
 */
public final class AzureTrace {
    public static final Format FORMAT = new Format.OfTable(
            "azure-trace",
            Format.Kind.USAGE,
            head -> head.has("timestamp", "contexttokens", "generatedtokens") ? "azure-trace" : null,
            (row, rows) -> rows.accept(Entry.of("azure-openai")
                    .at(CellValues.time("TIMESTAMP", row.get("timestamp")))
                    .tokens(Tokens.beside(
                            CellValues.required("ContextTokens", row.get("contexttokens")),
                            null,
                            null,
                            CellValues.required("GeneratedTokens", row.get("generatedtokens"))))));

    private AzureTrace() {}
}
