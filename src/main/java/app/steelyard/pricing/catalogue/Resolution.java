package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import java.math.BigDecimal;
import java.util.List;

/** What came of an id. */
public sealed interface Resolution {

    /**
     * A model with a price.
     *
     * @param factor of all its prices, 1 as a rule
     * @param tuned whether it is a model tuned on that one, with the prices of such
     * @param rules that brought the id there, in their order
     */
    record Found(PriceRef ref, BigDecimal factor, boolean tuned, List<IdRule> rules) implements Resolution {
        public Found {
            rules = List.copyOf(rules);
        }
    }

    /** It costs nothing. */
    record Free() implements Resolution {}

    /** Several sell a model of that id, each at a price of their own, and none of them makes it. */
    record Sold(List<PriceRef> by) implements Resolution {
        public Sold {
            by = List.copyOf(by);
        }
    }

    /** No price follows from the id alone. */
    record Ask(Reason reason) implements Resolution {}

    /** Nobody lists it. */
    record Unknown() implements Resolution {}

    /** Why an id does not tell its price. */
    enum Reason {
        /** An inference profile or a router's choice stands for some model. */
        OPAQUE,
        /** A router bills what the endpoint that served it costs. */
        ROUTED,
        /** It runs on own machines. */
        LOCAL,
        /** The model is tuned, and what its tokens cost is not known. */
        TUNED
    }

    /** By what an id was brought to a model that has a price. */
    enum IdRule {
        /** A person said so. */
        SAID,
        /** It is listed just so. */
        EXACT,
        /** Another id of a listed model. */
        ALIAS,
        /** A model's name in words. */
        NAME,
        /** What a router or a library puts before it was taken off. */
        TRANSPORT,
        /** The day or version of a snapshot that has no price of its own was taken off. */
        SNAPSHOT,
        /** A family and its version stood the other way round. */
        ORDER,
        /** How hard a model is to think changes no price of a token. */
        EFFORT,
        /** The window that a program asks for was taken off. */
        WINDOW,
        /** The name of what is newest was taken off. */
        LATEST,
        /** The region of its endpoint. */
        REGION,
        /** A faster and dearer way of serving. */
        FAST,
        /** A model tuned on another. */
        TUNED,
        /** The vendor that makes the model. */
        MAKER
    }
}
