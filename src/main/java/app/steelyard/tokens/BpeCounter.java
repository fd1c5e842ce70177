package app.steelyard.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts with JTokkit. */
record BpeCounter(Counting counting) implements TokenCounter {

    /** A class of its own, so that its encodings are loaded by the first count: that takes about 0.3 s. */
    private static final class Loaded {
        static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    }

    @Override
    public long count(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        EncodingType type = switch (counting.encoding()) {
            case O200K_BASE -> EncodingType.O200K_BASE;
            case CL100K_BASE -> EncodingType.CL100K_BASE;
        };
        return Loaded.REGISTRY.getEncoding(type).countTokensOrdinary(text);
    }
}
