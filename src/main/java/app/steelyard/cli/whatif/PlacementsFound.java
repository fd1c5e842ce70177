package app.steelyard.cli.whatif;

import static app.steelyard.cli.terminal.JsonNodes.put;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.whatif.placement.Candidate;
import app.steelyard.whatif.placement.Constraints;
import app.steelyard.whatif.placement.PlacementSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What came of a search over placements, for a person and for a program. */
record PlacementsFound(Plan plan, Constraints constraints, PlacementSearch search) {
    private static final Texts TEXTS = Console.TEXTS;
    private static final String INDENT = "  ";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(plan.name());
        lines.add(TEXTS.get(
                search.proven() ? "placements.all" : "placements.some",
                Numbers.count(search.tried()),
                Math.round(plan.finance().horizonMonths())));
        if (!constraints.personal().isEmpty()) {
            lines.add(TEXTS.get("placements.personal", names()));
        }
        lines.add("");
        if (search.cheapest().isEmpty()) {
            lines.add(TEXTS.get("placements.none"));
            search.reasons().forEach(r -> lines.add(INDENT + r));
        }
        search.cheapest().ifPresent(c -> {
            lines.add(TEXTS.get(
                    "placements.cheapest", money(c.cost()), Numbers.seconds(c.seconds()), c.answers(), named()));
            search.uncompared().ifPresent(u -> lines.add(u + "."));
            table(lines, c);
        });
        if (!search.frontier().isEmpty()) {
            lines.add("");
            lines.add(TEXTS.get("placements.frontier"));
            TextTable table = new TextTable(0);
            search.frontier()
                    .forEach(c -> table.row(
                            money(c.cost()), Numbers.seconds(c.seconds()), within(c), c.answers() + "  " + placed(c)));
            table.text().lines().forEach(l -> lines.add(INDENT + l));
        }
        return String.join("\n", lines) + "\n";
    }

    private String within(Candidate candidate) {
        return candidate.within() ? "" : TEXTS.get("placements.tooSlow");
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
                constraints.models().stream().map(Object::toString).toList());
        root.put("tried", search.tried());
        root.put("proven", search.proven());
        search.cheapest().ifPresent(c -> candidate(root.putObject("cheapest"), c));
        search.bestNamed().ifPresent(c -> candidate(root.putObject("bestNamed"), c));
        search.saved().ifPresent(s -> put(root, "saved", s));
        JsonText.each(root, "frontier", search.frontier(), (each, c) -> candidate(each, c));
        JsonText.texts(root, "reasons", search.reasons());
        return root;
    }

    private void candidate(ObjectNode node, Candidate candidate) {
        node.put("model", candidate.answers().toString());
        node.put("design", Names.word(candidate.evaluation().architecture().design()));
        put(node, "total", candidate.cost());
        put(node, "firstTokenSeconds", candidate.seconds());
        node.put("within", candidate.within());
        ObjectNode placements = node.putObject("placements");
        for (int i = 0; i < plan.items().size(); i++) {
            placements.put(
                    plan.items().get(i).id(), Names.word(candidate.placements().get(i)));
        }
    }
}
