package app.steelyard.decision.rules;

import app.steelyard.cost.result.Notice;
import app.steelyard.decision.rules.Question.About;
import app.steelyard.plan.item.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rules strictly: what is not known, twice there or in a place where it has no meaning is refused. */
public final class RuleReader {
    private final Map<String, Evidence> evidence = new LinkedHashMap<>();
    private final Set<String> cited = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Vocabulary vocabulary;

    private RuleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static RuleBook shipped() {
        List<JsonProblem> problems = new ArrayList<>();
        Optional<RuleBook> read = read(Resource.read(Resource.class, "rules.json"), problems);
        if (read.isEmpty() || !problems.isEmpty()) {
            throw new IllegalStateException("packaged rules are wrong: " + problems);
        }
        return read.get();
    }

    /** The rules in {@code text}; not to be used where a problem was added. */
    static Optional<RuleBook> read(String text, List<JsonProblem> problems) {
        RuleReader reader = new RuleReader(Questions.get().vocabulary());
        return Spot.parse(text, problems).map(reader::book);
    }

    private RuleBook book(Spot root) {
        String version = root.text("version");
        root.each("evidence", this::evidence);
        List<Rule> rules = new ArrayList<>();
        root.each("rules", r -> rules.add(rule(r)));
        evidence.keySet().stream().filter(id -> !cited.contains(id)).forEach(id -> root.refuse("rules.uncited", id));
        root.done();
        return new RuleBook(version, List.copyOf(evidence.values()), rules);
    }

    private void evidence(Spot spot) {
        Evidence read = new Evidence(
                spot.text("id"),
                spot.text("title"),
                (int) spot.number("year"),
                spot.text("figure"),
                spot.text("reference"));
        if (evidence.put(read.id(), read) != null) {
            spot.refuse("rules.twice", read.id());
        }
        spot.done();
    }

    private Rule rule(Spot spot) {
        String id = spot.text("id");
        if (!ids.add(id)) {
            spot.refuse("rules.twice", id);
        }
        About about = spot.member("about").map(a -> a.choice(About.class)).orElse(About.ITEM);
        Condition when =
                spot.member("when").map(w -> Questions.condition(w, vocabulary)).orElse(new Condition.Always());
        List<Effect> effects = new ArrayList<>();
        spot.each("effects", e -> effect(e).ifPresent(effects::add));
        if (effects.isEmpty()) {
            spot.refuse("rules.noEffect");
        }
        Rule rule = new Rule(
                id,
                about,
                when,
                effects,
                spot.member("strength").map(s -> s.choice(Strength.class)).orElse(Strength.WEAK),
                spot.text("sentence"),
                cited(spot, "evidence"),
                cited(spot, "contrary"));
        if (rule.evidence().isEmpty()) {
            spot.refuse("rules.noEvidence");
        }
        spot.done();
        check(rule, spot);
        return rule;
    }

    private List<Evidence> cited(Spot spot, String key) {
        List<Evidence> found = new ArrayList<>();
        for (String id : spot.texts(key)) {
            Evidence one = evidence.get(id);
            if (one == null) {
                spot.refuse("rules.evidence", id);
            } else {
                found.add(one);
                cited.add(id);
            }
        }
        return found;
    }

    private static Optional<Effect> effect(Spot spot) {
        if (!spot.isObject()) {
            return Optional.empty();
        }
        Effect effect = null;
        for (String key : List.of("counts", "for", "against", "excludes", "weighs", "tells")) {
            Optional<Spot> member = spot.optional(key);
            if (member.isPresent()) {
                Spot value = member.get();
                effect = switch (key) {
                    case "counts" -> new Effect.Counts(value.choice(Kind.class));
                    case "for" -> new Effect.For(value.choice(Option.class));
                    case "against" -> new Effect.Against(value.choice(Option.class));
                    case "excludes" -> new Effect.Excludes(value.choice(Option.class));
                    case "tells" -> new Effect.Tells(value.choice(Notice.Severity.class));
                    default -> {
                        List<Option> options = new ArrayList<>();
                        value.elements(o -> options.add(o.choice(Option.class)));
                        yield new Effect.Weighs(options);
                    }
                };
            }
        }
        spot.done();
        return Optional.ofNullable(effect);
    }

    /** A rule may only use what is known by the time it is asked. */
    private static void check(Rule rule, Spot spot) {
        for (String name : rule.when().names()) {
            boolean late = name.equals(Vocabulary.ADVICE) || name.equals(Vocabulary.APPROACH);
            for (Effect effect : rule.effects()) {
                boolean tells = effect instanceof Effect.Tells;
                boolean early = effect instanceof Effect.Counts
                        && (name.equals(Vocabulary.KIND) || name.equals("item.runningTokens"));
                if (late && !tells || early) {
                    spot.refuse("rules.early", name);
                }
            }
            if (!Vocabulary.fits(name, rule.about())) {
                spot.refuse("rules.about", name);
            }
        }
        if (rule.about() == About.SYSTEM && !rule.effects().stream().allMatch(Effect.Tells.class::isInstance)) {
            spot.refuse("rules.system");
        }
    }
}
