package app.steelyard.report;

import app.steelyard.text.Refusal;
import java.io.IOException;

/** A report could not be written. The message says where, why, and what to do; it is meant for the user. */
public final class ReportException extends IOException implements Refusal {
    private static final long serialVersionUID = 1L;

    ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
