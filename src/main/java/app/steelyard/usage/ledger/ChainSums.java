package app.steelyard.usage.ledger;

import app.steelyard.usage.store.Chains;
import app.steelyard.usage.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Adds up the chains that a ledger keeps. */
final class ChainSums {
    private ChainSums() {}

    static List<SessionSums> of(Store store) {
        return store.ask(ChainSums::read, Chains.SUMS.replace("INCLUDED", Ledger.INCLUDED));
    }

    private static SessionSums read(ResultSet row) throws SQLException {
        List<Long> gaps = new ArrayList<>();
        for (Object count : (Object[]) row.getArray("gaps").getArray()) {
            gaps.add(((Number) count).longValue());
        }
        return new SessionSums(
                row.getString("vendor"),
                row.getString("model"),
                row.getString("project"),
                row.getLong("sessions"),
                row.getLong("turns"),
                row.getDouble("squared"),
                row.getLong("first"),
                row.getLong("last"),
                row.getLong("prompts"),
                row.getLong("told"),
                row.getLong("first_read"),
                row.getDouble("head"),
                row.getLong("within"),
                row.getLong("found"),
                row.getLong("kept"),
                row.getLong("kept_read"),
                gaps);
    }
}
