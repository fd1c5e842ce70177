package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.cost.Comparison;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.PublishedClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** All published claims, each held against the plan's own numbers. */
record Claims(Plan plan, List<PublishedClaim> published, Comparison comparison) {
    private static final Texts TEXTS = Console.TEXTS;

    Claims {
        published = List.copyOf(published);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.get("claim.list", plan.name()));
        for (PublishedClaim each : published) {
            ClaimVerdict verdict = verdict(each);
            lines.add("");
            lines.add(TEXTS.get("claim.row", verdict.word(), each.title()));
            lines.add(
                    "  " + TEXTS.get("claim.condition", each.id(), each.claim().text()));
            verdict.margin().ifPresent(m -> lines.add("  " + m));
            verdict.remarks().forEach(r -> lines.add("  " + r));
            lines.addAll(origin(each));
        }
        lines.add("");
        lines.add(TEXTS.get("claim.more"));
        return String.join("\n", lines) + "\n";
    }

    private ClaimVerdict verdict(PublishedClaim each) {
        return new ClaimVerdict(
                plan,
                each.claim(),
                each.claim().in(comparison),
                each.claim().tie(comparison),
                each.claim().remarks(comparison));
    }

    /** Its words, how they were read, and whose they are. */
    static List<String> origin(PublishedClaim claim) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + TEXTS.get("claim.quotation", claim.quotation()));
        lines.add("  " + TEXTS.get("claim.source", claim.source(), claim.date()));
        Optional.ofNullable(claim.reading()).ifPresent(r -> lines.add("  " + TEXTS.get("claim.reading", r)));
        return lines;
    }

    ObjectNode json() {
        ObjectNode root = JsonNodes.begin(plan);
        JsonText.each(root, "claims", published, (node, each) -> {
            verdict(each).fill(node);
            origin(node, each);
        });
        return root;
    }

    static void origin(ObjectNode node, PublishedClaim claim) {
        ObjectNode published = node.putObject("published");
        published.put("id", claim.id());
        published.put("title", claim.title());
        published.put("quotation", claim.quotation());
        published.put("source", claim.source());
        published.put("date", claim.date());
        Optional.ofNullable(claim.reading()).ifPresent(r -> published.put("reading", r));
    }
}
