package app.steelyard.usage;

/** The ledger cannot be opened, read or written; the message says why and what to do. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
