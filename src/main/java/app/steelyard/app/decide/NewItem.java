package app.steelyard.app.decide;

import app.steelyard.plan.item.Scope;

/**
 * An item to be added.
 *
 * @param nature the answer to what it is, where that is known already; empty where it is to be asked
 * @param source where its tokens come from; empty where they were typed in
 */
public record NewItem(String name, double tokens, Scope scope, String nature, String source) {

    /** One that was typed in. */
    public static NewItem typed(String name, double tokens) {
        return new NewItem(name, tokens, Scope.SHARED, "", "");
    }
}
