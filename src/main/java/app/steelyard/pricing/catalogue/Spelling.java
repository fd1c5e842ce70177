package app.steelyard.pricing.catalogue;

import app.steelyard.pricing.catalogue.Resolution.IdRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways of writing an id that change no model: each takes one thing off and names the rule. A spelling is only tried
 * where nothing is listed as it stands, for {@code gpt-4o-2024-05-13} and {@code grok-code-fast-1} are models of their own.
 */
record Spelling(IdRule rule, String id) {
    private static final Pattern TRANSPORT = Pattern.compile(
            "(?:bedrock|converse|invoke|openrouter|vertex_ai|models|publishers/[a-z-]+/models|foundry|litellm_proxy|github_copilot|copilot"
                    + "|projects/[^/]+/locations/global"
                    + "|arn:aws:bedrock:[a-z0-9-]*:\\d*:(?:foundation-model|inference-profile))/(.+)");

    private static final Pattern WINDOW = Pattern.compile("(.+)\\[1m]");
    private static final Pattern SNAPSHOT = Pattern.compile(
            "(.+?)(?:[-@](?:\\d{8}|\\d{4}-\\d{2}-\\d{2}|default|latest)|-v\\d+(?::\\d+)?|(?<=gemini-[\\w.-]{1,40})-\\d{3})");

    private static final Pattern EFFORT = Pattern.compile("(.+)-(?:none|minimal|low|medium|high|xhigh|max)");
    private static final Pattern THINKING = Pattern.compile("(claude-.+)[-:]thinking");
    private static final Pattern ORDER = Pattern.compile("claude-(\\d+)[.-]?(\\d+)?-(opus|sonnet|haiku|fable)(.*)");
    private static final Pattern DOTTED = Pattern.compile("((?:claude-[a-z]+|grok)-\\d+)\\.(\\d+)(.*)");

    /** The spellings that lie one step from {@code id}. */
    static List<Spelling> of(String id) {
        List<Spelling> all = new ArrayList<>();
        add(all, IdRule.TRANSPORT, TRANSPORT.matcher(id));
        add(all, IdRule.WINDOW, WINDOW.matcher(id));
        add(all, id.endsWith("latest") ? IdRule.LATEST : IdRule.SNAPSHOT, SNAPSHOT.matcher(id));
        add(all, IdRule.EFFORT, EFFORT.matcher(id));
        add(all, IdRule.EFFORT, THINKING.matcher(id));
        Matcher order = ORDER.matcher(id);
        if (order.matches()) {
            String minor = order.group(2) == null ? "" : "-" + order.group(2);
            all.add(new Spelling(
                    IdRule.ORDER, "claude-" + order.group(3) + "-" + order.group(1) + minor + order.group(4)));
        }
        Matcher dotted = DOTTED.matcher(id);
        if (dotted.matches()) {
            all.add(new Spelling(IdRule.ORDER, dotted.group(1) + "-" + dotted.group(2) + dotted.group(3)));
        }
        return all;
    }

    private static void add(List<Spelling> all, IdRule rule, Matcher matcher) {
        if (matcher.matches()) {
            all.add(new Spelling(rule, matcher.group(1)));
        }
    }
}
