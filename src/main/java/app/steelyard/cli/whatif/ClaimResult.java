package app.steelyard.cli.whatif;

import static app.steelyard.cli.terminal.JsonNodes.put;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.json.JsonText;
import app.steelyard.plan.NumberLabels;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.Claim;
import app.steelyard.whatif.search.PublishedClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** One claim: how it stands, and along each number where it holds. */
record ClaimResult(Plan plan, Optional<PublishedClaim> published, Claim.Check check) {
    private static final Texts TEXTS = Console.TEXTS;

    private ClaimVerdict verdict() {
        return new ClaimVerdict(plan, check.claim(), check.finding(), check.tie(), check.remarks());
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(plan.name());
        published.ifPresent(p -> lines.add(p.title()));
        lines.add(check.claim().text());
        published.ifPresent(p -> lines.addAll(Claims.origin(p)));
        lines.add("");
        lines.add(TEXTS.get("claim.verdict." + check.finding().verdict()));
        verdict().margin().ifPresent(lines::add);
        lines.addAll(check.remarks());
        List<String> alike = new ArrayList<>();
        TextTable table = new TextTable(3);
        for (Claim.Along along : check.along()) {
            if (along.alike()) {
                alike.add(name(along.number()));
            } else {
                table.row(
                        name(along.number()),
                        TEXTS.get("whatif.now", NumberLabels.value(plan, along.number(), along.base())),
                        stretches(along));
            }
        }
        if (!table.text().isEmpty()) {
            lines.add("");
            lines.add(TEXTS.get("claim.along"));
            table.text().lines().forEach(l -> lines.add("  " + l));
        }
        if (!alike.isEmpty()) {
            lines.add("");
            lines.add(TEXTS.get("claim.alike", String.join(", ", alike)));
        }
        return String.join("\n", lines) + "\n";
    }

    private String stretches(Claim.Along along) {
        return along.stretches().stream().map(s -> stretch(along.number(), s)).collect(Collectors.joining(", "));
    }

    private String stretch(PlanNumber number, Claim.Stretch stretch) {
        String word = ClaimVerdict.word(stretch.verdict());
        String from = value(stretch.from(), number);
        String to = value(stretch.to(), number);
        return from.equals(to)
                ? TEXTS.get("claim.stretch.one", word, from)
                : TEXTS.get("claim.stretch", word, from, to);
    }

    private String name(PlanNumber number) {
        return NumberLabels.of(plan, number);
    }

    private String value(double value, PlanNumber number) {
        return plan.currency().of(value, number.unit()).show();
    }

    ObjectNode json() {
        ObjectNode root = JsonNodes.begin(plan);
        ObjectNode node = root.putArray("claims").addObject();
        verdict().fill(node);
        published.ifPresent(p -> Claims.origin(node, p));
        JsonText.each(node, "along", check.along(), (each, along) -> {
            JsonNodes.number(each, plan, along.number());
            put(each, "planValue", along.base());
            JsonText.each(each, "stretches", along.stretches(), (piece, stretch) -> {
                put(piece, "from", stretch.from());
                put(piece, "to", stretch.to());
                piece.put("verdict", Names.word(stretch.verdict()));
            });
        });
        return root;
    }
}
