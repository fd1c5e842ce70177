package app.steelyard.tokens;

import app.steelyard.plan.PriceRef;
import app.steelyard.tokens.Counting.Basis;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which encoding a model reads with. OpenAI's models as in {@code model.py} of tiktoken 0.14.0, except that a fine-tuned
 * model reads like its base: tiktoken takes {@code ft:gpt-4.1} for a GPT-4.
 */
final class ModelEncodings {
    /** Seven programs in seven languages, read on 2026-11-23; Claude 5.5 and 4.5, Gemini, each over GPT. */
    private static final URI MEASURED =
            URI.create("https://huggingface.co/datasets/JOHNISKING/token-cost-by-programming-language");

    private static final CountSpread CLAUDE = new CountSpread(1.43, 1.59, MEASURED);
    private static final CountSpread OLDER_CLAUDE = new CountSpread(1.16, 1.27, MEASURED);
    private static final CountSpread GEMINI = new CountSpread(1.12, 1.24, MEASURED);

    private static final Pattern O200K = Pattern.compile(
            "(?:o1|o3|o4-mini|gpt-4\\.1|gpt-4\\.5|gpt-4o|chatgpt-4o)(?:[-:].*)?|gpt-5(?:[-:.].*)?|gpt-oss-.*");
    private static final Pattern CL100K = Pattern.compile("(?:gpt-4|gpt-3\\.5|gpt-35-turbo|davinci-002|babbage-002)"
            + "(?:[-:].*)?|text-embedding-(?:3-small|3-large|ada-002)");
    /** Before the tokenizer that came with 4.7, after Anthropic's page on token counting. */
    private static final Pattern BEFORE_4_7 = Pattern.compile("claude-(?:3.*|[a-z]+-4(?:-[0-6])?(?:[-@]\\d{8}.*)?)");

    private static final Set<String> OPENAI = Set.of("openai", "azure-openai");
    private static final Set<String> PUBLISHING = Set.of("deepseek", "mistral", "cohere", "voyage");

    private ModelEncodings() {}

    static Counting of(PriceRef model) {
        String id = model.id().substring(model.id().lastIndexOf('/') + 1);
        String name = id.startsWith("ft:") ? id.substring(3) : id;
        if (OPENAI.contains(model.vendor()) || name.startsWith("gpt-oss-")) {
            if (O200K.matcher(name).matches()) {
                return new Counting(model, Encoding.O200K_BASE, Basis.EXACT, null);
            }
            return CL100K.matcher(name).matches()
                    ? new Counting(model, Encoding.CL100K_BASE, Basis.EXACT, null)
                    : estimate(model, Basis.NOT_NAMED, null);
        }
        int claude = name.indexOf("claude-");
        if (claude >= 0) {
            boolean older = BEFORE_4_7.matcher(name.substring(claude)).matches();
            return estimate(model, Basis.NOT_PUBLISHED, older ? OLDER_CLAUDE : CLAUDE);
        }
        if (name.startsWith("gemini-")) {
            return estimate(model, Basis.NOT_BUILT_IN, GEMINI);
        }
        if (PUBLISHING.contains(model.vendor()) || name.startsWith("kimi-k2")) {
            return estimate(model, Basis.NOT_BUILT_IN, null);
        }
        boolean closed = model.vendor().equals("xai") || name.startsWith("amazon.");
        return estimate(model, closed ? Basis.NOT_PUBLISHED : Basis.UNKNOWN, null);
    }

    private static Counting estimate(PriceRef model, Basis basis, @Nullable CountSpread measured) {
        return new Counting(model, Encoding.O200K_BASE, basis, measured);
    }
}
