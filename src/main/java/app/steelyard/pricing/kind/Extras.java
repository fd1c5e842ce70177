package app.steelyard.pricing.kind;

import java.util.EnumMap;
import java.util.Map;

/**
 * What requests used beside tokens of text.
 *
 * @param tokens of other kinds; they are counted in the row's tokens as well
 * @param fees how often, or for how many hours, something was used that is billed by itself
 */
public record Extras(Map<TokenKind, Long> tokens, Map<Fee, Long> fees) {
    public static final Extras NONE = new Extras(Map.of(), Map.of());

    public Extras {
        tokens = Map.copyOf(tokens);
        fees = Map.copyOf(fees);
    }

    public boolean isEmpty() {
        return tokens.isEmpty() && fees.isEmpty();
    }

    public long of(TokenKind kind) {
        return tokens.getOrDefault(kind, 0L);
    }

    /** All tokens of these that go that way. */
    public long of(TokenKind.Flow flow) {
        return tokens.entrySet().stream()
                .filter(e -> e.getKey().flow() == flow)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The same with so many more; nothing is changed by none. */
    public Extras with(TokenKind kind, long count) {
        return count == 0 ? this : new Extras(added(TokenKind.class, tokens, Map.of(kind, count)), fees);
    }

    /** The same with so many more; nothing is changed by none. */
    public Extras with(Fee fee, long count) {
        return count == 0 ? this : new Extras(tokens, added(Fee.class, fees, Map.of(fee, count)));
    }

    public Extras plus(Extras more) {
        return new Extras(added(TokenKind.class, tokens, more.tokens), added(Fee.class, fees, more.fees));
    }

    private static <K extends Enum<K>> Map<K, Long> added(Class<K> type, Map<K, Long> some, Map<K, Long> more) {
        Map<K, Long> sum = new EnumMap<>(type);
        sum.putAll(some);
        more.forEach((kind, count) -> sum.merge(kind, count, Math::addExact));
        return sum;
    }
}
