package app.steelyard.usage.format.vendor;

import app.steelyard.text.Texts;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.JsonCells;
import app.steelyard.usage.row.RowProblem;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.UsageFinding;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * OpenAI's fine-tuning jobs, one or a list. Training is no traffic, so the jobs are left out of the ledger; what they
 * trained is said, for the plan asks for it. Jobs of reinforcement fine-tuning are billed by time, so their tokens say
 * nothing. Source: OpenAI's API description.
 */
public final class OpenAiFineTuning {
    private static final String JOB = "fine_tuning.job";
    private static final Texts TEXTS = Texts.of(OpenAiFineTuning.class);

    public static final Format FORMAT = new Format.OfJson(
            "openai-fine-tuning",
            Format.Kind.USAGE,
            head -> head.hasProperties(JOB) && (head.firstHas("object", "data") || head.firstHas("object", "model"))
                    ? "openai-fine-tuning"
                    : null,
            Jobs::new);

    private OpenAiFineTuning() {}

    private record Trained(long jobs, long tokens) {
        Trained plus(Trained other) {
            return new Trained(jobs + other.jobs, tokens + other.tokens);
        }
    }

    private static final class Jobs implements Format.Reader<JsonNode> {
        private final Map<String, Trained> byModel = new TreeMap<>();
        private boolean more;

        @Override
        public void read(JsonNode value, RowSink rows) throws RowProblem {
            if (value.path("data").isArray()) {
                JsonCells.each("/data", value.path("data"), rows, job -> job(job, rows));
                more = value.path("has_more").asBoolean(false);
            } else {
                job(value, rows);
            }
        }

        private void job(JsonNode job, RowSink rows) throws RowProblem {
            if (!JOB.equals(JsonCells.text(job, "object"))) {
                throw new RowProblem("json.noResult");
            }
            Long tokens = JsonCells.count(job, "trained_tokens");
            String model = Objects.requireNonNullElse(JsonCells.name(job, "model"), "?");
            rows.leaveOut("fine-tuning jobs");
            if (tokens != null && !"reinforcement".equals(JsonCells.text(job, "method.type"))) {
                byModel.merge(model, new Trained(1, tokens), Trained::plus);
            }
        }

        @Override
        public void end(RowSink rows) {
            byModel.forEach((model, trained) -> rows.say(
                    UsageFinding.info(TEXTS.get("openai-fine-tuning.trained", model, trained.jobs, trained.tokens))));
            if (more) {
                rows.more(null);
            }
        }
    }
}
