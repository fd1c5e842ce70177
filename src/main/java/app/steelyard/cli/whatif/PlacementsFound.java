package app.steelyard.cli.whatif;

import static app.steelyard.cli.terminal.JsonNodes.put;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.result.Adaptation;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.placement.Candidate;
import app.steelyard.whatif.placement.Constraints;
import app.steelyard.whatif.placement.ModelChoice;
import app.steelyard.whatif.placement.PlacementSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What came of a search over placements, for a person and for a program. */
record PlacementsFound(Plan plan, PriceBook book, Constraints constraints, PlacementSearch search) {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String INDENT = "  ";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(plan.name());
        lines.add(TEXTS.get(
                search.proven() ? "placements.all" : "placements.some",
                Numbers.count(search.tried()),
                Math.round(plan.finance().horizonMonths())));
        if (search.models().size() > 1) {
            lines.add(
                    TEXTS.get("placements.models", Numbers.count(search.models().size())));
        }
        lines.addAll(asked());
        if (!constraints.personal().isEmpty()) {
            lines.add(TEXTS.get("placements.personal", names()));
        }
        lines.add("");
        if (search.cheapest().isEmpty()) {
            lines.add(TEXTS.get("placements.none"));
            search.reasons().forEach(r -> lines.add(INDENT + r));
            told(lines);
        }
        search.cheapest().ifPresent(c -> {
            lines.add(TEXTS.get(
                    "placements.cheapest", money(c.cost()), Numbers.seconds(c.seconds()), model(c.answers()), named()));
            search.split().ifPresent(s -> lines.add(split(s)));
            told(lines);
            table(lines, c);
        });
        if (!search.frontier().isEmpty()) {
            lines.add("");
            lines.add(TEXTS.get("placements.frontier"));
            TextTable figures = new TextTable(0);
            search.frontier().forEach(c -> figures.row(money(c.cost()), Numbers.seconds(c.seconds()), within(c)));
            List<String> first = figures.text().lines().toList();
            TextTable table = new TextTable(3);
            for (int i = 0; i < first.size(); i++) {
                Candidate c = search.frontier().get(i);
                table.row(first.get(i), c.answers().toString(), placed(c));
            }
            table.text().lines().forEach(l -> lines.add(INDENT + l));
        }
        return String.join("\n", lines) + "\n";
    }

    private String within(Candidate candidate) {
        return candidate.within() ? "" : TEXTS.get("placements.tooSlow");
    }

    private void told(List<String> lines) {
        search.uncompared().ifPresent(u -> lines.add(u + "."));
    }

    /** What is asked of every model. */
    private List<String> asked() {
        ModelChoice choice = constraints.models();
        List<String> asked = new ArrayList<>();
        if (!choice.place().isEmpty()) {
            asked.add(TEXTS.get("placements.region", choice.place()));
        }
        if (choice.window() > 0) {
            asked.add(TEXTS.get("placements.window", Numbers.count(choice.window())));
        }
        if (choice.success() > 0) {
            asked.add(TEXTS.get("placements.success", Numbers.percent(choice.success())));
        }
        return asked;
    }

    /** Against today's design. */
    private String split(PlacementSearch.Split split) {
        String all = TEXTS.get(split.all() < 0 ? "placements.loses" : "placements.saves", money(Math.abs(split.all())));
        return split.byModel() == 0
                ? all + "."
                : all + TEXTS.get("placements.split", money(split.byModel()), money(split.byDesign()));
    }

    private String model(PriceRef ref) {
        return book.model(ref)
                .map(m -> TEXTS.get("placements.model", m.name(), vendor(ref), ref))
                .orElse(ref.toString());
    }

    private String vendor(PriceRef ref) {
        return book.profiles().stream()
                .filter(p -> p.vendor().equals(ref.vendor()))
                .map(Profile::name)
                .findFirst()
                .orElse(ref.vendor());
    }

    private String names() {
        return plan.items().stream()
                .filter(i -> constraints.personal().contains(i.id()))
                .map(ContextItem::name)
                .collect(Collectors.joining(", "));
    }

    private String named() {
        return search.saved()
                .map(s -> search.bestNamed()
                        .map(b -> TEXTS.get(
                                s > 0 ? "placements.less" : "placements.same",
                                money(s),
                                b.evaluation().architecture().name()))
                        .orElse(""))
                .orElseGet(() -> TEXTS.get("placements.noNamed"));
    }

    private void table(List<String> lines, Candidate candidate) {
        TextTable table = new TextTable(2);
        for (int i = 0; i < plan.items().size(); i++) {
            table.row(
                    plan.items().get(i).name(), Names.of(candidate.placements().get(i)));
        }
        table.text().lines().forEach(l -> lines.add(INDENT + l));
    }

    /** Placements with the items that have them. */
    private String placed(Candidate candidate) {
        Map<Placement, List<String>> items = new LinkedHashMap<>();
        for (int i = 0; i < plan.items().size(); i++) {
            items.computeIfAbsent(candidate.placements().get(i), p -> new ArrayList<>())
                    .add(plan.items().get(i).id());
        }
        return items.entrySet().stream()
                .map(e -> TEXTS.get("placements.placed", Names.of(e.getKey()), String.join(", ", e.getValue())))
                .collect(Collectors.joining("; "));
    }

    private String money(double value) {
        return plan.currency().of(value).inShort();
    }

    ObjectNode json() {
        ObjectNode root = JsonNodes.begin(plan);
        ObjectNode kept = root.putObject("constraints");
        JsonText.texts(
                kept, "personal", constraints.personal().stream().sorted().toList());
        put(kept, "firstTokenSeconds", constraints.firstTokenSeconds());
        JsonText.texts(
                kept,
                "models",
                search.models().stream()
                        .filter(m -> !m.equals(plan.inference().model()))
                        .map(Object::toString)
                        .toList());
        ModelChoice choice = constraints.models();
        if (!choice.place().isEmpty()) {
            kept.put("region", choice.place());
        }
        if (choice.window() > 0) {
            put(kept, "minWindow", choice.window());
        }
        if (choice.success() > 0) {
            put(kept, "minSuccess", choice.success());
        }
        kept.put("retiring", choice.retiring());
        JsonText.each(root, "left", search.left(), (each, l) -> {
            each.put("model", l.model().toString());
            each.put("why", l.why());
        });
        root.put("tried", search.tried());
        root.put("proven", search.proven());
        search.cheapest().ifPresent(c -> candidate(root.putObject("cheapest"), c));
        search.bestNamed().ifPresent(c -> candidate(root.putObject("bestNamed"), c));
        search.saved().ifPresent(s -> put(root, "saved", s));
        search.split().ifPresent(s -> {
            ObjectNode against = root.putObject("againstToday");
            put(against, "saving", s.all());
            put(against, "byModel", s.byModel());
            put(against, "byDesign", s.byDesign());
        });
        JsonText.each(root, "frontier", search.frontier(), (each, c) -> candidate(each, c));
        JsonText.texts(root, "reasons", search.reasons());
        return root;
    }

    private void candidate(ObjectNode node, Candidate candidate) {
        node.put("model", candidate.answers().toString());
        book.model(candidate.answers()).ifPresent(m -> node.put("modelName", m.name()));
        node.put("vendor", vendor(candidate.answers()));
        node.put("design", Names.word(candidate.evaluation().architecture().design()));
        put(node, "total", candidate.cost());
        put(node, "firstTokenSeconds", candidate.seconds());
        put(node, "success", Adaptation.success(candidate.evaluation().architecture(), plan));
        node.put("within", candidate.within());
        ObjectNode placements = node.putObject("placements");
        for (int i = 0; i < plan.items().size(); i++) {
            placements.put(
                    plan.items().get(i).id(), Names.word(candidate.placements().get(i)));
        }
    }
}
