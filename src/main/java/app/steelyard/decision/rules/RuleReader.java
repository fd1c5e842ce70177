package app.steelyard.decision.rules;

import app.steelyard.cost.result.Notice;
import app.steelyard.decision.rules.Question.About;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonReading;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.item.Kind;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rules strictly: what is not known, twice there or in a place where it has no meaning is refused. */
public final class RuleReader {
    private static final Texts TEXTS = Texts.of(RuleReader.class);

    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Set<String> cited = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Vocabulary vocabulary;

    private RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static RuleBook shipped() {
        return JsonReader.packaged(RuleReader.class, "rules.json", RuleReader::book)
                .packaged();
    }

    static JsonReading<RuleBook> read(String text) {
        return JsonReader.read("rules.json", text, RuleReader::book);
    }

    private static RuleBook book(JsonValue root) {
        return new RuleReader(Questions.get().vocabulary()).rules(root);
    }

    private RuleBook rules(JsonValue root) {
        String version = root.filled("version");
        root.objects("evidence", this::evidence);
        List<Rule> rules = root.objects("rules", this::rule);
        evidence.keySet().stream()
                .filter(id -> !cited.contains(id))
                .forEach(id -> root.refuse(TEXTS.get("rules.uncited", id)));
        root.done();
        return new RuleBook(version, List.copyOf(evidence.values()), rules);
    }

    private Evidence evidence(JsonValue json) {
        Evidence read = new Evidence(
                json.filled("id"),
                json.filled("title"),
                (int) json.number("year"),
                json.filled("figure"),
                json.filled("reference"));
        if (evidence.put(read.id(), read) != null) {
            json.refuse(TEXTS.get("rules.twice", read.id()));
        }
        return read;
    }

    private Rule rule(JsonValue json) {
        String id = json.filled("id");
        if (!ids.add(id)) {
            json.refuse(TEXTS.get("rules.twice", id));
        }
        About about = json.choice("about", About.class);
        Condition when =
                json.member("when").map(w -> Questions.condition(w, vocabulary)).orElse(new Condition.Always());
        List<Effect> effects = json.objects("effects", RuleReader::effect);
        if (effects.isEmpty()) {
            json.refuse(TEXTS.get("rules.noEffect"));
        }
        Rule rule = new Rule(
                id,
                about,
                when,
                effects,
                json.choice("strength", Strength.class),
                json.filled("sentence"),
                cited(json, "evidence"),
                cited(json, "contrary"));
        if (rule.evidence().isEmpty()) {
            json.refuse(TEXTS.get("rules.noEvidence"));
        }
        check(rule, json);
        return rule;
    }

    private List<Evidence> cited(JsonValue json, String key) {
        List<Evidence> found = new ArrayList<>();
        for (String id : json.optional(key).map(l -> l.list(JsonValue::filled)).orElse(List.of())) {
            Evidence one = evidence.get(id);
            if (one == null) {
                json.refuse(TEXTS.get("rules.evidence", id));
            } else {
                found.add(one);
                cited.add(id);
            }
        }
        return found;
    }

    private static @Nullable Effect effect(JsonValue json) {
        Effect effect = null;
        for (String key : List.of("counts", "for", "against", "excludes", "weighs", "tells")) {
            Optional<JsonValue> member = json.optional(key);
            if (member.isPresent()) {
                JsonValue value = member.get();
                effect = switch (key) {
                    case "counts" -> new Effect.Counts(value.choice(Kind.class));
                    case "for" -> new Effect.For(value.choice(Option.class));
                    case "against" -> new Effect.Against(value.choice(Option.class));
                    case "excludes" -> new Effect.Excludes(value.choice(Option.class));
                    case "tells" -> new Effect.Tells(value.choice(Notice.Severity.class));
                    default -> new Effect.Weighs(value.list(o -> o.choice(Option.class)));
                };
            }
        }
        return effect;
    }

    /** A rule may only use what is known by the time it is asked. */
    private static void check(Rule rule, JsonValue json) {
        for (String name : rule.when().names()) {
            boolean late = name.equals(Vocabulary.ADVICE) || name.equals(Vocabulary.APPROACH);
            for (Effect effect : rule.effects()) {
                boolean tells = effect instanceof Effect.Tells;
                boolean early = effect instanceof Effect.Counts
                        && List.of(Vocabulary.KIND, "item.runningTokens", "item.fits")
                                .contains(name);
                if (late && !tells || early) {
                    json.refuse(TEXTS.get("rules.early", name));
                }
            }
            if (!Vocabulary.fits(name, rule.about())) {
                json.refuse(TEXTS.get("rules.about", name));
            }
        }
        if (rule.about() == About.SYSTEM && !rule.effects().stream().allMatch(Effect.Tells.class::isInstance)) {
            json.refuse(TEXTS.get("rules.system"));
        }
    }
}
