package app.steelyard.decision;

import app.steelyard.Golden;
import app.steelyard.decision.rules.Cases;
import java.io.IOException;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** What is said of each case: by what the recommendation goes, what it costs beside others, and what would flip it. */
class SaidTest {

    @Test
    void whatIsSaidOfEachCase() throws IOException {
        StringJoiner said = new StringJoiner("\n", "", "\n");
        for (Cases.Case one : Cases.all()) {
            Decision decision = one.decision();
            said.add("# " + one.id()).add(decision.headline()).add(decision.price());
            decision.findings().forEach(f -> said.add(f.severity() + " " + f.item() + ": " + f.text()));
            decision.alternatives()
                    .forEach(a -> decision.alike(a).ifPresent(b -> said.add(a.name() + " is as " + b.name())));
            Flips.of(decision, Cases.BOOK).forEach(f -> said.add("- " + f.text()));
        }
        Golden.check("decision/said.txt", said.toString());
    }
}
