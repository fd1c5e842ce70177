package app.steelyard.usage.store;

import app.steelyard.usage.row.ServedAs;
import app.steelyard.usage.row.Tokens;

/**
 * A single request as it was sent.
 *
 * @param millis since 1970
 * @param chain tells the requests of one session, conversation or the like from all others
 */
public record SentRequest(long millis, long chain, ServedAs as, Tokens tokens) {}
