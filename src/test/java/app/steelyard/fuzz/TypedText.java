package app.steelyard.fuzz;

import app.steelyard.app.plan.ItemTable;
import app.steelyard.document.Samples;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.Range;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.SizeClass;
import app.steelyard.plan.typed.RangeText;
import app.steelyard.plan.typed.SessionText;
import app.steelyard.text.Currency;
import app.steelyard.text.Language;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Typing;
import app.steelyard.text.Unit;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.search.Claim;
import app.steelyard.whatif.search.Goal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The grammars of what people type. What was read is shown as it would be typed, and read again. */
final class TypedText {
    private static final Plan PLAN = Samples.plan("support-bot").orElseThrow();
    private static final List<PlanNumber> NUMBERS = PlanNumber.of(PLAN);
    private static final NumberReader PLAIN = NumberReader.plain(Currency.USD);
    private static final NumberReader GERMAN = german();

    private TypedText() {}

    private static NumberReader german() {
        Language before = Language.chosen();
        Language.choose(Language.GERMAN);
        NumberReader reader = NumberReader.chosen(Currency.USD);
        Language.choose(before);
        return reader;
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    static void number(byte[] input) {
        String text = text(input);
        for (Unit unit : Unit.values()) {
            if (PLAIN.read(text, unit) instanceof NumberReader.Value(double value)) {
                Expect.that(Double.isFinite(value), () -> unit + " " + value);
                Expect.same(new NumberReader.Value(value + 0.0), PLAIN.read(Typing.of(value + 0.0, unit), unit));
            }
            if (GERMAN.read(text, unit) instanceof NumberReader.Problem(NumberReader.Fault fault, String sentence)) {
                Expect.said(sentence);
            }
        }
        Expect.saidIfRefused(() -> PLAIN.exact(text));
        Expect.saidIfRefused(() -> GERMAN.exactMoney(text));
    }

    /** About one number of a plan, which one the length decides. */
    static void range(byte[] input) {
        PlanNumber number = NUMBERS.get(input.length % NUMBERS.size());
        switch (RangeText.parse(text(input), number, PLAN)) {
            case RangeText.Refused(String reason) -> Expect.said(reason);
            case RangeText.Point point -> RangeText.apply(PLAN, number, point);
            case RangeText.Ranged ranged -> {
                Plan plan = RangeText.apply(PLAN, number, ranged);
                Range range = plan.whatIf().range(number.path()).orElseThrow();
                Expect.same(ranged, RangeText.parse(RangeText.format(ranged.value(), range, number), number, plan));
            }
        }
    }

    static void session(byte[] input) {
        String text = text(input);
        List<SizeClass> classes = SessionText.classes(text).rows();
        Expect.same(classes, SessionText.classes(SessionText.ofClasses(classes)).rows());
        List<GapStep> gaps = SessionText.gaps(text).rows();
        Expect.same(gaps, SessionText.gaps(SessionText.ofGaps(gaps)).rows());
    }

    static void claim(byte[] input) {
        String text = text(input);
        Expect.saidIfRefused(() -> Claim.parse(text, PLAIN));
        Expect.saidIfRefused(() -> Goal.parse(text, PLAIN));
        Expect.saidIfRefused(() -> Result.parse(text));
        Expect.saidIfRefused(() -> PriceRef.parse(text));
    }

    static void items(byte[] input) {
        ItemTable table = ItemTable.of(text(input), PLAIN);
        table.problems().forEach(p -> Expect.said(p.reason()));
        table.into(PLAN);
    }
}
