package app.steelyard.cli.cost;

import static app.steelyard.cli.terminal.JsonNodes.put;

import app.steelyard.cost.result.CapacityUse;
import tools.jackson.databind.node.ObjectNode;

/** What capacity is bought and used, as an object of JSON. */
public final class CapacityJson {
    private CapacityJson() {}

    /** All of it, under its names. */
    public static void all(ObjectNode node, CapacityUse use) {
        node.put("model", use.capacity().model().toString());
        put(node, "units", use.units());
        put(node, "unitsNeeded", use.needed());
        put(node, "peakFactor", use.capacity().peak());
        node.put("peakFactorAssumed", use.capacity().peakFactor() == null);
        put(node, "peakTokensPerMinute", use.peakTokens());
        put(node, "tokensPerMonth", use.load());
        put(node, "utilisation", use.utilisation());
        put(node, "idleHours", use.idleHours());
        put(node, "costPerMonth", use.cost());
        put(node, "tokenCostPerMonth", use.tokenCost());
        put(node, "breakEvenTokensPerDay", use.breakEvenTokens());
        put(node, "breakEvenRequestsPerDay", use.breakEvenRequests());
        put(node, "unitsWithoutSharing", use.alone());
    }
}
