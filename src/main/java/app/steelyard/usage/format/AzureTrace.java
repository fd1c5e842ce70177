package app.steelyard.usage.format;

import app.steelyard.usage.input.Head;
import app.steelyard.usage.input.Row;
import java.util.Optional;

/**
 * Azure's public traces of 2023 to 2025: a row a request with its time and sizes. They tell neither the model nor the
 * cache. Source: the AzurePublicDataset repository.
 */
final class AzureTrace implements Format.OfTable {
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
    public Reader<Row> reader() {
        return (row, rows) -> rows.accept(Entry.of("azure-openai")
                .at(Values.time("TIMESTAMP", row.get("timestamp")))
                .tokens(Tokens.beside(
                        Values.required("ContextTokens", row.get("contexttokens")),
                        null,
                        null,
                        Values.required("GeneratedTokens", row.get("generatedtokens"))))
                .build());
    }
}
