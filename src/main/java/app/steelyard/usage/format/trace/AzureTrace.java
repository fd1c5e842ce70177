package app.steelyard.usage.format.trace;

import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.TableRow;
import app.steelyard.usage.row.CellValues;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.Tokens;
import java.util.Optional;

/**
 * Azure's public traces of 2023 to 2025: a row a request with its time and sizes. They tell neither the model nor the
 * cache. Source: the AzurePublicDataset repository.
 */
public final class AzureTrace implements Format.OfTable {
    @Override
    public String id() {
        return "azure-trace";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.has("timestamp", "contexttokens", "generatedtokens")
                ? Optional.of("azure-trace")
                : Optional.empty();
    }

    @Override
    public Reader<TableRow> reader() {
        return (row, rows) -> rows.accept(Entry.of("azure-openai")
                .at(CellValues.time("TIMESTAMP", row.get("timestamp")))
                .tokens(Tokens.beside(
                        CellValues.required("ContextTokens", row.get("contexttokens")),
                        null,
                        null,
                        CellValues.required("GeneratedTokens", row.get("generatedtokens"))))
                .build());
    }
}
