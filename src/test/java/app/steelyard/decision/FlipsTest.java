package app.steelyard.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.steelyard.cost.result.Notice;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.decision.rules.AnswerKey;
import app.steelyard.decision.rules.Approach;
import app.steelyard.decision.rules.Cases;
import app.steelyard.document.SampleAnswers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlipsTest {
    static List<Cases.Case> cases() {
        return Cases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsShownReallyFlips(Cases.Case one) {
        Decision decision = one.decision();
        List<Flip> flips = Flips.of(decision, Cases.BOOK);
        assertFalse(flips.isEmpty());
        double last = 0;
        for (Flip flip : flips) {
            Decision after =
                    Decision.of(flip.change().in(one.plan()), flip.change().in(one.answers()), Cases.BOOK);
            assertEquals(flip.after(), after.approach(), flip.text());
            assertEquals(flip.barred(), barred(after), flip.text());
            assertTrue(decision.approach() != after.approach() || barred(decision) != barred(after), flip.text());
            assertTrue(flip.distance() >= last);
            assertFalse(flip.text().contains("{"), flip.text());
            last = flip.distance();
        }
    }

    /** Not only the number inside, also the number as it is read. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsPrintedIsWhatFlips(Cases.Case one) {
        for (Flip flip : Flips.of(one.decision(), Cases.BOOK)) {
            double to = switch (flip.change()) {
                case Change.ToNumber number -> number.to();
                case Change.ToAnswer answer when answer.to() instanceof Answer.Amount amount -> amount.value();
                default -> Double.NaN;
            };
            if (Double.isNaN(to)) {
                continue;
            }
            boolean printed = Pattern.compile("([0-9,.]*[0-9])( %)?")
                    .matcher(flip.text())
                    .results()
                    .mapToDouble(m -> Double.parseDouble(m.group(1).replace(",", "")) / (m.group(2) == null ? 1 : 100))
                    .anyMatch(shown -> Math.abs(shown - to) < 1e-12 * Math.max(1, to));
            assertTrue(printed, flip + " is at " + to);
        }
    }

    @Test
    void aShareIsRoundedPastItsThreshold() {
        Cases.Case one = Cases.get("bank-hybrid");
        Flip flip = Flips.of(one.decision(), Cases.BOOK).stream()
                .filter(f ->
                        f.change() instanceof Change.ToAnswer to && to.key().equals(AnswerKey.ofSystem("accuracyNow")))
                .findFirst()
                .orElseThrow();
        assertTrue(flip.text().contains("“99.1 %”"), flip.text());
    }

    @Test
    void nothingUnlikelyIsLookedAt() {
        for (Cases.Case one : Cases.all()) {
            for (Flip flip : Flips.of(one.decision(), Cases.BOOK)) {
                assertFalse(
                        flip.change() instanceof Change.ToAnswer to
                                && to.key().question().equals("nature")
                                && one.answers().get(to.key()).orElse(Answer.DONT_KNOW) != Answer.DONT_KNOW,
                        flip.text());
                assertFalse(
                        flip.change() instanceof Change.ToNumber n && n.from() >= 1 && n.to() > 101 * n.from(),
                        flip.text());
            }
        }
    }

    private static boolean barred(Decision decision) {
        return decision.findings().stream()
                .anyMatch(f ->
                        f.severity() == Notice.Severity.OBSTACLE && f.item().isEmpty());
    }

    @Test
    void aBarredModelIsClearedByItsVendor() {
        Cases.Case one = Cases.get("vendor-barred");
        String model = one.plan().inference().model().vendor();
        Flip cleared = Flips.of(one.decision(), Cases.BOOK).stream()
                .filter(f -> f.text().startsWith("If " + model + " may be used"))
                .findFirst()
                .orElseThrow();
        assertEquals("If " + model + " may be used, Prompt caching can be built as planned.", cleared.text());
        assertFalse(cleared.barred());
        Answers listed = one.answers().with("vendors", new Answer.Names(List.of(model)));
        Flip barred = Flips.of(Decision.of(one.plan(), listed, Cases.BOOK), Cases.BOOK).stream()
                .filter(Flip::barred)
                .findFirst()
                .orElseThrow();
        assertTrue(barred.text().startsWith("If " + model + " may not be used, nothing can be built as planned: The"));
    }

    /** A little nearer than the number shown, nothing has flipped yet. */
    @ParameterizedTest
    @MethodSource("cases")
    void aNumberIsTheNearestOne(Cases.Case one) {
        Decision decision = one.decision();
        for (Flip flip : Flips.of(decision, Cases.BOOK)) {
            if (flip.distance() > 0.01
                    && flip.change() instanceof Change.ToNumber number
                    && number.from() > 0
                    && number.to() > 0) {
                double nearly = number.to() * Math.pow(number.from() / number.to(), 0.05);
                Change before = new Change.ToNumber(number.path(), number.from(), nearly);
                assertEquals(
                        decision.approach(),
                        Decision.of(before.in(one.plan()), one.answers(), Cases.BOOK)
                                .approach(),
                        flip.text());
            }
        }
    }

    @Test
    void aVendorOnTheListOrOffItFlips() {
        Plan plan = Samples.plan("clinical-extractor").orElseThrow();
        String vendor = Objects.requireNonNull(plan.tuning().model()).vendor();
        Answers any =
                SampleAnswers.of("clinical-extractor").orElseThrow().answers().without(AnswerKey.ofSystem("vendors"));
        Answers barred = any.with("vendors", new Answer.Names(List.of("anthropic")));
        Answers listed = any.with("vendors", new Answer.Names(List.of("anthropic", vendor)));
        // It is the vendor of the base model too.
        for (Answers allowed : List.of(any, listed)) {
            Flip barring = vendorFlip(plan, allowed);
            assertTrue(barring.text().startsWith("If " + vendor + " may not be used, nothing can be built"));
            assertEquals(Approach.PROMPT_CACHING, barring.after());
        }
        assertEquals(
                "If " + vendor + " may be used, it is Fine-tuning instead of Prompt caching.",
                vendorFlip(plan, barred).text());
    }

    private static Flip vendorFlip(Plan plan, Answers answers) {
        List<Flip> flips = Flips.of(Decision.of(plan, answers, Cases.BOOK), Cases.BOOK).stream()
                .filter(f ->
                        f.change() instanceof Change.ToAnswer to && to.key().equals(AnswerKey.ofSystem("vendors")))
                .toList();
        assertEquals(1, flips.size(), flips.toString());
        Change change = flips.get(0).change();
        assertEquals(
                flips.get(0).after(),
                Decision.of(plan, change.in(answers), Cases.BOOK).approach());
        return flips.get(0);
    }

    @Test
    void theLimitOf128kIsFound() {
        Flip flip = Flips.of(Cases.get("docs-100k").decision(), Cases.BOOK).stream()
                .filter(f -> f.change() instanceof Change.ToNumber n
                        && n.path().equals("items.docs.tokens")
                        && n.to() > n.from())
                .findFirst()
                .orElseThrow();
        assertEquals(Approach.RETRIEVAL, flip.after());
        assertTrue(((Change.ToNumber) flip.change()).to() >= 128_000, flip.text());
    }
}
