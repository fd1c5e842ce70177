package app.steelyard.usage.row;

import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.text.Currency;
import app.steelyard.text.ExactMoney;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of an export in the shape that all share. What the source does not state is null, never zero.
 *
 * @param start when the request was made, or its bucket began
 * @param end the first moment after the bucket; null for a single request
 * @param vendor whose model it is, as in price references: {@code openai}, {@code anthropic}…
 * @param model as the source names it
 * @param project project, workspace, team or resource
 * @param key API key's id; the ledger keeps a pseudonym of it
 * @param tenant user, tenant or customer; the ledger keeps a pseudonym of it
 * @param prefix what requests with a common cached prefix share, such as a session; only a digest of it is kept
 * @param tier service tier: {@code standard}, {@code batch}, {@code flex}, {@code priority}…
 * @param modifiers how it was served beside that
 * @param length what {@link PromptLength} keeps, where the source says it of sums; of single requests it is counted
 * @param requests how many; 1 for a single request
 * @param extras what it used beside text; tokens are in {@code tokens} as well
 * @param id tells this request from every other one, so that it counts once; only a digest of it is kept
 */
public record Entry(
        @Nullable Instant start,
        @Nullable Instant end,
        String vendor,
        @Nullable String model,
        @Nullable String project,
        @Nullable String key,
        @Nullable String tenant,
        @Nullable String prefix,
        @Nullable String tier,
        Modifiers modifiers,
        @Nullable Long length,
        @Nullable Long requests,
        Tokens tokens,
        Extras extras,
        @Nullable ExactMoney cost,
        @Nullable String id) {

    public static Builder of(String vendor) {
        return new Builder(vendor);
    }

    /** Collects an entry part by part. */
    public static final class Builder {
        private final String vendor;
        private @Nullable Instant start;
        private @Nullable Instant end;
        private @Nullable String model;
        private @Nullable String project;
        private @Nullable String key;
        private @Nullable String tenant;
        private @Nullable String prefix;
        private @Nullable String tier;
        private Modifiers modifiers = Modifiers.STANDARD;
        private @Nullable Long length;
        private @Nullable Long requests;
        private Tokens tokens = Tokens.NONE;
        private Extras extras = Extras.NONE;
        private @Nullable ExactMoney cost;
        private @Nullable String id;

        private Builder(String vendor) {
            this.vendor = vendor;
        }

        /** A single request at {@code time}. */
        public Builder at(@Nullable Instant time) {
            start = time;
            requests = 1L;
            return this;
        }

        /** A bucket of time; {@code span} is null where the row states none. */
        public Builder during(@Nullable TimeSpan span) {
            start = span == null ? null : span.start();
            end = span == null ? null : span.end();
            return this;
        }

        public Builder model(@Nullable String value) {
            model = value;
            return this;
        }

        public Builder project(@Nullable String value) {
            project = value;
            return this;
        }

        public Builder key(@Nullable String value) {
            key = value;
            return this;
        }

        public Builder tenant(@Nullable String value) {
            tenant = value;
            return this;
        }

        public Builder prefix(@Nullable String value) {
            prefix = value;
            return this;
        }

        public Builder tier(@Nullable String value) {
            tier = value;
            return this;
        }

        /** How it was served, beside the tier. */
        public Builder served(Modifiers value) {
            modifiers = value;
            return this;
        }

        /** Where the source says it of sums. */
        public Builder length(@Nullable Long value) {
            length = value;
            return this;
        }

        public Builder extras(Extras value) {
            extras = value;
            return this;
        }

        public Builder requests(@Nullable Long value) {
            requests = value;
            return this;
        }

        public Builder tokens(Tokens value) {
            tokens = value;
            return this;
        }

        /** The two columns of a file become one value here; null where no amount is stated. */
        public Builder cost(@Nullable BigDecimal amount, Currency currency) {
            cost = amount == null ? null : new ExactMoney(amount, currency);
            return this;
        }

        public Builder id(@Nullable String value) {
            id = value;
            return this;
        }

        public Entry build() {
            return new Entry(
                    start, end, vendor, model, project, key, tenant, prefix, tier, modifiers, length, requests, tokens,
                    extras, cost, id);
        }
    }
}
