package app.steelyard.cost.result;

/**
 * A turn of a session: the prompt grows, what was sent before is read, and so the wait for the first token changes.
 *
 * @param turn from 1
 * @param promptTokens input tokens, on average over the sessions that have so many turns
 * @param cachedShare the share of them that is read from the cache, 0 to 1
 * @param seconds until the first token is there
 */
public record OnTurn(int turn, double promptTokens, double cachedShare, double seconds) {}
