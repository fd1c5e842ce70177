package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.JsonNodes;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import app.steelyard.whatif.search.Claim;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/** How a claim stands at a plan's own numbers. */
record ClaimVerdict(Plan plan, Claim claim, Claim.Finding finding, Optional<String> tie, List<String> remarks) {
    private static final Texts TEXTS = Console.TEXTS;

    ClaimVerdict {
        remarks = List.copyOf(remarks);
    }

    String word() {
        return word(finding.verdict());
    }

    static String word(Claim.Verdict verdict) {
        return TEXTS.name(verdict);
    }

    /** By how much it holds or fails, or why it ties; empty where that is not known or endless. */
    Optional<String> margin() {
        if (finding.verdict() == Claim.Verdict.TIES) {
            return tie;
        }
        OptionalDouble by = claim.by(finding);
        if (by.isEmpty()) {
            return Optional.empty();
        }
        String key = finding.verdict() == Claim.Verdict.HOLDS ? "claim.spare" : "claim.short";
        return Optional.of(TEXTS.get(
                key, plan.currency().of(by.getAsDouble(), claim.unit()).difference()));
    }

    void fill(ObjectNode node) {
        node.put("claim", claim.text());
        node.put("verdict", Names.word(finding.verdict()));
        node.put("unit", Names.word(claim.unit()));
        JsonNodes.put(node, "margin", finding.margin());
        tie.ifPresent(t -> node.put("tie", t));
        if (!remarks.isEmpty()) {
            JsonText.texts(node, "remarks", remarks);
        }
    }
}
