package app.steelyard.usage.format;

import app.steelyard.text.Texts;
import app.steelyard.usage.input.Head;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * OpenAI's fine-tuning jobs, one or a list. Training is no traffic, so the jobs are left out of the ledger; what they
 * trained is said, for the plan asks for it. Jobs of reinforcement fine-tuning are billed by time, so their tokens say
 * nothing. Source: OpenAI's API description.
 */
final class OpenAiFineTuning implements Format.OfJson {
    private static final String JOB = "fine_tuning.job";
    private static final Texts TEXTS = Texts.of(OpenAiFineTuning.class);

    @Override
    public String id() {
        return "openai-fine-tuning";
    }

    @Override
    public Kind kind() {
        return Kind.USAGE;
    }

    @Override
    public Optional<String> recognise(Head head) {
        return head.hasProperties(JOB) && (head.firstHas("object", "data") || head.firstHas("object", "model"))
                ? Optional.of(id())
                : Optional.empty();
    }

    @Override
    public Reader<JsonNode> reader() {
        return new Jobs();
    }

    private record Trained(long jobs, long tokens) {
        Trained plus(Trained other) {
            return new Trained(jobs + other.jobs, tokens + other.tokens);
        }
    }

    private static final class Jobs implements Reader<JsonNode> {
        private final Map<String, Trained> byModel = new TreeMap<>();
        private boolean more;

        @Override
        public void read(JsonNode value, Rows rows) throws RowProblem {
            if (value.path("data").isArray()) {
                Json.each("/data", value.path("data"), rows, job -> job(job, rows));
                more = value.path("has_more").asBoolean(false);
            } else {
                job(value, rows);
            }
        }

        private void job(JsonNode job, Rows rows) throws RowProblem {
            if (!JOB.equals(Json.text(job, "object"))) {
                throw new RowProblem("json.noResult");
            }
            Long tokens = Json.count(job, "trained_tokens");
            String model = Objects.requireNonNullElse(Json.name(job, "model"), "?");
            rows.leaveOut("fine-tuning jobs");
            if (tokens != null && !"reinforcement".equals(Json.text(job, "method.type"))) {
                byModel.merge(model, new Trained(1, tokens), Trained::plus);
            }
        }

        @Override
        public void end(Rows rows) {
            byModel.forEach((model, trained) -> rows.say(
                    Finding.info(TEXTS.get("openai-fine-tuning.trained", model, trained.jobs, trained.tokens))));
            if (more) {
                rows.more(null);
            }
        }
    }
}
