package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.pricing.catalogue.Resolution.IdRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids of Amazon Bedrock: where the request is served, who made the model, the model. A region costs a tenth more than
 * the whole world for models since Claude 4.5 and Nova 2, and the government's cloud a fifth; older ones cost the same
 * everywhere. (AWS, cross-region inference and price list, read 2026-09-23.)
 */
public final class Bedrock {
    static final String VENDOR = "bedrock";

    private static final Pattern ID = Pattern.compile("(?:(us-gov)-[a-z]+-\\d/|[a-z]{2}-[a-z]+-\\d/)?"
            + "(?:(us-gov|us|eu|jp|au|apac|ca|sa|global|regional)\\.)?"
            + "((?:anthropic|amazon|meta|mistral|cohere|ai21|deepseek|openai|qwen|writer|stability|moonshotai|moonshot"
            + "|google|nvidia|minimax|zai|luma|twelvelabs)\\.[^/]+)");

    private static final Pattern VERSION = Pattern.compile("(-\\d{8})?(?:-v(\\d+))?(:\\d+\\w*)?$");
    private static final Pattern DEARER_IN_REGIONS = Pattern.compile(
            "anthropic\\.claude-(?:(?:opus|sonnet|haiku)-(?:4-[5-9]|[5-9])|fable).*|amazon\\.nova-[2-9].*|openai\\.gpt-5\\.[6-9].*");

    private static final BigDecimal REGION = new BigDecimal("1.1");
    private static final BigDecimal GOVERNMENT = new BigDecimal("1.2");

    /**
     * @param version empty where the id states none
     */
    private record Id(String place, String model, String version) {
        /** Titan's second version is another model than its first; Claude's are told by their dates. */
        boolean isSame(Id other) {
            return model.equals(other.model)
                    && (version.equals(other.version)
                            || version.isEmpty()
                            || other.version.isEmpty()
                            || !model.startsWith("amazon.titan"));
        }
    }

    /** Listed ids, taken apart once: each id of a file is held against all of them. */
    private static final Map<String, Optional<Id>> LISTED = new ConcurrentHashMap<>();

    private Bedrock() {}

    /** Where alone a model is served by its id, such as {@code eu}; empty where the id says nothing of it. */
    public static Optional<String> place(PriceRef ref) {
        return ref.vendor().equals(VENDOR)
                ? LISTED.computeIfAbsent(ref.id(), Bedrock::parse)
                        .map(Id::place)
                        .filter(p -> !p.isEmpty() && !p.equals("global"))
                : Optional.empty();
    }

    /**
     * The model of such an id and the factor of where it is served; empty where the id is none of Bedrock's or its model is
     * not listed.
     *
     * @param listed all models of Bedrock, the hand-checked ones first
     */
    static Optional<Resolution.Found> find(String id, List<PriceRef> listed) {
        return parse(id).flatMap(wanted -> {
            boolean dearer = DEARER_IN_REGIONS.matcher(wanted.model).matches();
            return switch (wanted.place) {
                case "global" ->
                    first(listed, wanted, BigDecimal.ONE, "global"::equals)
                            .or(() -> dearer ? Optional.empty() : first(listed, wanted, BigDecimal.ONE, p -> true));
                case "us-gov" ->
                    first(listed, wanted, GOVERNMENT, "global"::equals)
                            .or(() -> dearer ? Optional.empty() : first(listed, wanted, BigDecimal.ONE, p -> true));
                default ->
                    first(listed, wanted, BigDecimal.ONE, p -> p.equals(wanted.place) && !p.isEmpty())
                            .or(() -> first(listed, wanted, BigDecimal.ONE, "regional"::equals))
                            .or(() -> dearer
                                    ? first(listed, wanted, REGION, "global"::equals)
                                    : first(listed, wanted, BigDecimal.ONE, p -> true));
            };
        });
    }

    private static Optional<Resolution.Found> first(
            List<PriceRef> listed, Id wanted, BigDecimal factor, Predicate<String> place) {
        return listed.stream()
                .filter(r -> LISTED.computeIfAbsent(r.id(), Bedrock::parse)
                        .filter(i -> i.isSame(wanted) && place.test(i.place))
                        .isPresent())
                .findFirst()
                .map(r -> new Resolution.Found(r, factor, false, List.of(IdRule.REGION)));
    }

    private static Optional<Id> parse(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String place = matcher.group(1) != null ? matcher.group(1) : matcher.group(2) == null ? "" : matcher.group(2);
        Matcher version = VERSION.matcher(matcher.group(3));
        String stated = version.find() && version.group(2) != null ? version.group(2) : "";
        return Optional.of(new Id(place, version.replaceFirst(""), stated));
    }
}
