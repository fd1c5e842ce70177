package app.steelyard.plan;

/**
 * One part of what the model is given.
 *
 * @param id stable within the plan, letters, digits and hyphens; names the item in files, sources and sweeps
 * @param name as shown
 * @param tokens tokens of one copy, 0 or more
 * @param changesPerMonth how often one copy changes in a month, 0 or more; ignored at request scope
 * @param placement the user's own placement, which {@link Design#AS_PLACED} follows
 */
public record ContextItem(
        String id, String name, double tokens, Kind kind, Scope scope, double changesPerMonth, Placement placement) {

    public ContextItem withName(String value) {
        return new ContextItem(id, value, tokens, kind, scope, changesPerMonth, placement);
    }

    public ContextItem withTokens(double value) {
        return new ContextItem(id, name, value, kind, scope, changesPerMonth, placement);
    }

    public ContextItem withKind(Kind value) {
        return new ContextItem(id, name, tokens, value, scope, changesPerMonth, placement);
    }

    public ContextItem withScope(Scope value) {
        return new ContextItem(id, name, tokens, kind, value, changesPerMonth, placement);
    }

    public ContextItem withChangesPerMonth(double value) {
        return new ContextItem(id, name, tokens, kind, scope, value, placement);
    }

    public ContextItem withPlacement(Placement value) {
        return new ContextItem(id, name, tokens, kind, scope, changesPerMonth, value);
    }
}
