package app.steelyard.usage;

import app.steelyard.text.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Answers of OpenAI's Usage API. Pages, buckets and results are told apart by what they hold, so a file may be one
 * page, pages in an array or one after the other, the buckets of several pages in one array, or a single result.
 */
final class OpenAiUsageJson implements UsageFormat {
    private static final String USAGE = "organization.usage.";
    private static final String RESULT = ".result";
    private static final String COMPLETIONS = "completions";
    private static final String COSTS = "organization.costs.result";
    private static final int MAX_ARRAYS = 3;
    private static final Texts TEXTS = Texts.of(OpenAiUsageJson.class);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(1_000_000)
                    .maxNameLength(10_000)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @Override
    public String vendor() {
        return OpenAiRow.VENDOR;
    }

    @Override
    public boolean recognises(String head) {
        String text = head.stripLeading();
        return (text.startsWith("{") || text.startsWith("["))
                && (text.contains("\"" + USAGE)
                        || text.contains("\"" + COSTS)
                        || text.contains("\"bucket\"")
                        || text.contains("\"page\""));
    }

    @Override
    public void read(Content content, FileRows rows) throws IOException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), content)) {
            new Walk(parser, rows).run();
        }
    }

    /** One object on the way: a page, a bucket or a result. */
    private static final class Node {
        final @Nullable Node parent;
        final long line;
        final Map<String, String> fields = new HashMap<>();
        final List<Node> waiting = new ArrayList<>();
        String pointer = "";
        boolean isPage;
        boolean isBucket;
        boolean anyResult;

        @Nullable
        Instant first;

        @Nullable
        Instant last;

        Node(@Nullable Node parent, long line) {
            this.parent = parent;
            this.line = line;
        }

        String kind() {
            return fields.getOrDefault("object", "");
        }
    }

    /** The one pass over a file. */
    private static final class Walk {
        private final JsonParser parser;
        private final FileRows rows;
        private final List<Node> path = new ArrayList<>();
        private long pages;
        private long buckets;
        private long costs;

        Walk(JsonParser parser, FileRows rows) {
            this.parser = parser;
            this.rows = rows;
        }

        void run() throws IOException {
            try {
                while (parser.nextToken() != null) {
                    value(null, 0);
                }
            } catch (JacksonIOException e) {
                throw e.getCause();
            } catch (UnexpectedEndOfInputException e) {
                broken("json.cut", "json.cut.row");
            } catch (StreamConstraintsException e) {
                broken("json.limit", "json.broken.row");
            } catch (JacksonException e) {
                broken("json.broken", "json.broken.row");
            }
            rows.recognisedAs(format());
        }

        private String format() {
            if (costs > 0) {
                return TEXTS.get("format.json.costs");
            }
            if (pages > 0) {
                return TEXTS.get("format.json.pages", pages);
            }
            return buckets > 0 ? TEXTS.get("format.json.buckets") : TEXTS.get("format.json.results");
        }

        /** The file ends or makes no sense here. What was read stays; of a row only begun nothing is counted. */
        private void broken(String key, String rowKey) {
            long line = parser.currentLocation().getLineNr();
            long column = parser.currentLocation().getColumnNr();
            for (Node node : path) {
                node.waiting.forEach(r -> rows.reject(r.line, r.pointer, TEXTS.get("json.noBucket")));
            }
            if (!path.isEmpty() && isResult(path.getLast())) {
                Node row = path.getLast();
                rows.reject(row.line, pointer(), TEXTS.get(rowKey));
            }
            rows.find(Finding.Severity.ERROR, key, line, column);
        }

        private void value(@Nullable Node parent, int arrays) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                object(parent);
            } else if (parser.currentToken() == JsonToken.START_ARRAY && arrays < MAX_ARRAYS) {
                while (inArray()) {
                    value(parent, arrays + 1);
                }
            } else {
                rows.reject(line(), pointer(), TEXTS.get("json.noObject"));
                parser.skipChildren();
            }
        }

        private boolean inArray() {
            JsonToken token = parser.nextToken();
            return token != null && token != JsonToken.END_ARRAY;
        }

        private void object(@Nullable Node parent) {
            Node node = new Node(parent, line());
            path.add(node);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("data") && path.size() == 1 && token == JsonToken.START_ARRAY) {
                    node.isPage = true;
                    value(node, MAX_ARRAYS - 1);
                } else if (name.equals("results") && path.size() <= 2) {
                    node.isBucket = true;
                    results(node, token);
                } else {
                    field(node, name, token);
                }
            }
            path.removeLast();
            end(node);
        }

        private void results(Node bucket, JsonToken token) {
            if (token == JsonToken.START_ARRAY) {
                while (inArray()) {
                    bucket.anyResult = true;
                    value(bucket, MAX_ARRAYS);
                }
            } else if (token != JsonToken.VALUE_NULL) {
                bucket.anyResult = true;
                rows.reject(line(), pointer(), TEXTS.get("json.noObject"));
                parser.skipChildren();
            }
        }

        private void field(Node node, String name, JsonToken token) {
            boolean known = OpenAiRow.FIELDS.contains(name) || name.equals("object") || name.equals("has_more");
            if (known && token.isScalarValue()) {
                if (token != JsonToken.VALUE_NULL) {
                    node.fields.put(name, parser.getString());
                }
            } else if (known) {
                node.fields.put(name, "{}");
                parser.skipChildren();
            } else {
                parser.skipChildren();
            }
        }

        private void end(Node node) {
            if (node.isPage || node.kind().equals("page")) {
                pages++;
                rows.page(node.first, node.last, Boolean.TRUE.equals(Values.flag(node.fields.get("has_more"))));
            } else if (node.isBucket || node.kind().equals("bucket")) {
                buckets++;
                bucket(node);
            } else if (node.parent == null || !node.parent.isBucket) {
                result(node, null, pointer());
            } else if (node.parent.fields.containsKey(OpenAiRow.START)
                    && node.parent.fields.containsKey(OpenAiRow.END)) {
                result(node, node.parent, pointer());
            } else {
                node.pointer = pointer();
                node.parent.waiting.add(node);
            }
        }

        private void bucket(Node node) {
            for (Node result : node.waiting) {
                result(result, node, result.pointer);
            }
            Node page = node.parent;
            try {
                Span span = OpenAiRow.bucket(node.fields);
                if (span == null) {
                    throw new RowProblem(TEXTS.get("time.missing", OpenAiRow.START));
                }
                if (!node.anyResult) {
                    rows.empty(span);
                }
                if (page != null) {
                    page.first = page.first == null || span.start().isBefore(page.first) ? span.start() : page.first;
                    page.last = page.last == null || span.end().isAfter(page.last) ? span.end() : page.last;
                }
            } catch (RowProblem e) {
                if (!node.anyResult) {
                    rows.reject(node.line, pointer(), e.reason());
                }
            }
        }

        private void result(Node node, @Nullable Node bucket, String pointer) {
            String kind = node.kind();
            if (kind.equals(COSTS)) {
                costs++;
                rows.refuseCosts();
            } else if (kind.startsWith(USAGE) && kind.endsWith(RESULT) && !kind.equals(USAGE + COMPLETIONS + RESULT)) {
                rows.leaveOut(kind.substring(USAGE.length(), kind.length() - RESULT.length())
                        .replaceAll("[^a-z_]", "?"));
            } else if (!kind.equals(USAGE + COMPLETIONS + RESULT)
                    && !(kind.isEmpty() && node.fields.containsKey(OpenAiRow.OUTPUT))) {
                rows.reject(node.line, pointer, TEXTS.get("json.noResult"));
            } else {
                completions(node, bucket, pointer);
            }
        }

        private void completions(Node node, @Nullable Node bucket, String pointer) {
            try {
                Span span = OpenAiRow.bucket(bucket == null ? node.fields : bucket.fields);
                if (span == null && bucket != null) {
                    throw new RowProblem(TEXTS.get("time.missing", OpenAiRow.START));
                }
                OpenAiRow.read(node.fields, span, node.line, pointer, rows);
            } catch (RowProblem e) {
                rows.reject(node.line, pointer, e.reason());
            }
        }

        private static boolean isResult(Node node) {
            return !node.isPage
                    && !node.isBucket
                    && !node.kind().equals("page")
                    && !node.kind().equals("bucket")
                    && (node.parent == null ? node.kind().startsWith("organization.") : node.parent.isBucket);
        }

        private long line() {
            return parser.currentTokenLocation().getLineNr();
        }

        private String pointer() {
            return parser.streamReadContext().pathAsPointer().toString();
        }
    }
}
