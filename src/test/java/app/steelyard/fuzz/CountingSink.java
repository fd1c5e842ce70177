package app.steelyard.fuzz;

import app.steelyard.usage.input.Records;
import app.steelyard.usage.row.Entry;
import app.steelyard.usage.row.Format;
import app.steelyard.usage.row.RowSink;
import app.steelyard.usage.row.TimeSpan;
import app.steelyard.usage.row.UsageFinding;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes rows as the ledger's staging does, keeps none, and minds that nothing is said without words. */
final class CountingSink implements RowSink {
    /** What a format reads of each record; unlike the importer, it lets a defect of the format through. */
    <T> Records<T> told(Format.Reader<T> reader) {
        return each((line, record) -> attempt("", () -> reader.read(record, this)));
    }

    <T> Records<T> each(BiConsumer<Long, T> work) {
        return new Records<>() {
            @Override
            public void record(long line, T record) {
                Expect.that(line > 0, () -> "line " + line);
                work.accept(line, record);
            }

            @Override
            public void bad(long line, String pointer, String reason) {
                Expect.that(line > 0, () -> "line " + line);
                reject(pointer, reason);
            }

            @Override
            public void trouble(String text) {
                Expect.said(text);
            }
        };
    }

    @Override
    public void accept(Entry entry) {
        Expect.said(entry.vendor());
        Expect.that(
                entry.start() == null || entry.end() == null || !entry.end().isBefore(entry.start()),
                () -> "a bucket that ends before it begins: " + entry);
    }

    @Override
    public void empty(TimeSpan bucket) {
        Expect.that(!bucket.end().isBefore(bucket.start()), () -> "an odd bucket: " + bucket);
    }

    @Override
    public void leaveOut(String kind) {
        Expect.said(kind);
    }

    @Override
    public void reject(String pointer, String reason) {
        Expect.said(reason);
    }

    @Override
    public void note(Note note) {
        // Nothing can be wrong with it.
    }

    @Override
    public void say(UsageFinding finding) {
        Expect.said(finding.text());
    }

    @Override
    public void more(@Nullable Instant from) {
        // Nor with this.
    }
}
