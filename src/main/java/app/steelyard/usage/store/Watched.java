package app.steelyard.usage.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.duckdb.DuckDBPreparedStatement;

/** Runs a long statement while another thread looks how far it is, and ends it when it is no longer wanted. */
public final class Watched {
    private static final long EACH_MILLIS = 100;

    private Watched() {}

    /** How far the statement is, from 0 to 1; returns false to stop it. */
    @FunctionalInterface
    public interface Look {
        boolean at(double share);
    }

    /**
     * @throws Stopped if {@code look} said so
     * @throws SQLException if the statement fails for another reason
     */
    public static void run(PreparedStatement statement, Look look) throws SQLException {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread watcher = Thread.ofVirtual().start(() -> {
            try {
                while (!stopped.get()) {
                    Thread.sleep(EACH_MILLIS);
                    double share = ((DuckDBPreparedStatement) statement)
                                    .getQueryProgress()
                                    .getPercentage()
                            / 100;
                    if (!look.at(Math.clamp(share, 0, 1))) {
                        stopped.set(true);
                        statement.cancel();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SQLException e) {
                // The statement has ended by itself.
                Thread.currentThread().interrupt();
            }
        });
        try {
            statement.execute();
        } catch (SQLException e) {
            if (stopped.get()) {
                throw new Stopped();
            }
            throw e;
        } finally {
            watcher.interrupt();
        }
    }
}
