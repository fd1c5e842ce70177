package app.steelyard.usage.store;

import app.steelyard.usage.input.Records;
import app.steelyard.usage.row.UsageFinding;

/** Tells the staging of a file what of its document cannot be read. */
public abstract class StagedRecords<T> implements Records<T> {
    private final Staging staging;

    protected StagedRecords(Staging staging) {
        this.staging = staging;
    }

    @Override
    public final void bad(long line, String pointer, String reason) {
        staging.reject(line, pointer, reason);
    }

    @Override
    public final void trouble(String text) {
        staging.say(UsageFinding.Severity.ERROR, "file.problem", text);
    }
}
