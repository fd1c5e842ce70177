package app.steelyard.document;

import app.steelyard.text.Refusal;

/** The file was changed by someone else since it was read or saved; nothing was written. */
public final class PlanChangedException extends Refusal {
    private static final long serialVersionUID = 1;

    PlanChangedException(String file, String reason) {
        super(file, reason);
    }
}
