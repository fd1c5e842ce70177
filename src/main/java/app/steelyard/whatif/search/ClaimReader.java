package app.steelyard.whatif.search;

import app.steelyard.text.NumberReader;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import app.steelyard.whatif.Result;
import app.steelyard.whatif.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads claims. */
final class ClaimReader {
    static final Texts TEXTS = Texts.of(ClaimReader.class);
    private static final Pattern SIDES =
            Pattern.compile("(?<left>[^<>=≤≥]+?)\\s*(?<sign>>=|<=|>|<|=|≥|≤)\\s*(?<right>[^<>=≤≥]+)");
    private static final Pattern OTHER = Pattern.compile(
            "(?:(?<factor>[-+0-9.,]+\\s*%?)\\s*(?<word>of|x|times|×)\\s*)?(?<result>[A-Za-z][A-Za-z-]*\\s*(?:\\([^)]*\\))?)");

    private ClaimReader() {}

    static Claim read(String text, NumberReader numbers) {
        Matcher sides = SIDES.matcher(text.strip());
        if (text.length() > NumberReader.LONGEST || !sides.matches()) {
            throw new IllegalArgumentException(TEXTS.get("claim.none", text.strip()));
        }
        String left = sides.group("left").strip();
        String right = sides.group("right").strip();
        String sign = sides.group("sign").replace("≥", ">=").replace("≤", "<=");
        if (left.toLowerCase(Locale.ROOT).equals(Subject.CHEAPEST.key())) {
            return wins(sign, right);
        }
        Result result = Result.parse(left);
        for (Claim.Relation relation : Claim.Relation.values()) {
            if (relation.sign().equals(sign)) {
                return compares(result, relation, right, numbers);
            }
        }
        throw new IllegalArgumentException(TEXTS.get("claim.equal", left));
    }

    private static Claim wins(String sign, String design) {
        Subject subject = Result.subject(design.toLowerCase(Locale.ROOT));
        if (!sign.equals("=") || subject == Subject.CHEAPEST) {
            throw new IllegalArgumentException(TEXTS.get("claim.cheapest"));
        }
        return new Claim.Wins(subject);
    }

    private static Claim compares(Result left, Claim.Relation relation, String right, NumberReader numbers) {
        Matcher other = OTHER.matcher(right);
        // A suffix such as "months" is no result, and neither is nonsense: what is wrong is said of the value.
        if (!other.matches() || !Result.names(other.group("result"))) {
            return new Claim.Compares(
                    left, relation, numbers.read(right, left.unit()).orThrow(), Optional.empty());
        }
        Result result = Result.parse(other.group("result"));
        if (result.unit() != left.unit()) {
            throw new IllegalArgumentException(TEXTS.get("claim.units", left, result));
        }
        String factor = other.group("factor");
        double times = factor == null
                ? 1
                : numbers.read(factor, factor.endsWith("%") ? Unit.FRACTION : Unit.COUNT)
                        .orThrow();
        return new Claim.Compares(left, relation, times, Optional.of(result));
    }
}
