package app.steelyard.decision;

import app.steelyard.Golden;
import app.steelyard.decision.rules.Cases;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** What is said of each case: why, what it costs beside others, what would flip it, and what confirms it. */
class SaidTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void whatIsSaidOfEachCase() throws IOException {
        StringJoiner said = new StringJoiner("\n", "", "\n");
        for (Cases.Case one : Cases.all()) {
            Decision decision = one.decision();
            said.add("# " + one.id()).add(decision.headline()).add(decision.price());
            Agreement.difference(decision, Cases.BOOK).ifPresent(said::add);
            decision.findings().forEach(f -> said.add(f.severity() + " " + f.item() + ": " + f.text()));
            decision.alternatives()
                    .forEach(a -> decision.alike(a).ifPresent(b -> said.add(a.name() + " is as " + b.name())));
            Flips.of(decision, Cases.BOOK).forEach(f -> said.add("- " + f.text()));
        }
        Golden.check("decision/said.txt", said.toString());
    }

    @Test
    void whatConfirmsEachCase() throws IOException {
        StringJoiner said = new StringJoiner("\n", "", "\n");
        for (Cases.Case one : Cases.all()) {
            Decision decision = one.decision();
            Thresholds least = Thresholds.of(decision, Cases.BOOK, DAY);
            GuideTargets guide = GuideTargets.of(decision);
            said.add("# " + one.id())
                    .add("hit rate " + shown(least.hitRate()) + " of " + shown(least.derivedHitRate()))
                    .add("a query " + shown(least.costPerQuery()) + " of " + shown(least.derivedCostPerQuery()))
                    .add("changes " + shown(least.invalidations()) + ", review " + least.review())
                    .add("guide " + guide.band() + " " + shown(guide.hitRate()) + ", less " + shown(guide.costDrop())
                            + (guide.migrates() ? ", migrates" : ""));
            Matrix.of(decision)
                    .rows()
                    .forEach(r -> said.add("- " + r.aspect().label()).add("  " + String.join("\n  ", r.cells())));
        }
        Golden.check("decision/confirmed.txt", said.toString());
    }

    private static String shown(OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.6g", number.getAsDouble()) : "none";
    }
}
