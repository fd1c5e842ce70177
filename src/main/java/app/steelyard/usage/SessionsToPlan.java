package app.steelyard.usage;

import app.steelyard.cost.column.Block;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.plan.session.GapStep;
import app.steelyard.plan.session.Sessions;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Measured;
import app.steelyard.usage.ledger.SessionSums;
import app.steelyard.usage.row.GapBounds;
import app.steelyard.usage.row.UsageFinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts measured chains of requests into a plan: their turns and gaps, what they share, how they grow, and what a cache
 * found. Prompts are as long as their text, by its share in all input. Growth and end are those with which the mean prompt, and what turns find of the ones before, are as measured.
 */
record SessionsToPlan(SessionSums sums, Measured measured) {
    static final String CONVERSATION = "conversation";
    private static final Texts TEXTS = Texts.of(SessionsToPlan.class);
    private static final String SHARED = "cached-prefix";
    /** Halvings that leave less than a token of any prompt. */
    private static final int HALVINGS = 60;
    /** An end beyond so many mean prompts is none. */
    private static final double FARTHEST = 50;

    private String source() {
        return measured.source();
    }

    /** Whether requests hang together at all, or begin alike. */
    boolean known() {
        return sums.meanPrompt() > 0 && (sums.followed() > 0 || sums.head() > 0);
    }

    /** The plan with them, in place of its cached items. */
    Plan into(Plan plan, List<UsageFinding> findings) {
        Sessions chains = sessions(plan.traffic().sessions());
        double shared = text(Math.min(sums.meanShared(), sums.meanFirst() - 1));
        ContextItem conversation = grown(plan.withTraffic(plan.traffic().withSessions(chains)), shared);
        List<ContextItem> items = new ArrayList<>();
        if (shared >= 1) {
            items.add(new ContextItem(
                    SHARED,
                    TEXTS.get("plan.item.shared"),
                    shared,
                    Kind.INFORMATION,
                    Scope.SHARED,
                    0,
                    Placement.CACHED_PREFIX));
        }
        items.add(conversation);
        plan.items().stream().filter(i -> i.scope() == Scope.REQUEST).forEach(items::add);
        Plan made = plan.withItems(items).withTraffic(plan.traffic().withSessions(chains));
        if (sums.within() > 0) {
            made = PlanField.EFFECTIVENESS.with(made, (double) sums.found() / sums.within());
            made = made.withSource(
                    PlanField.EFFECTIVENESS.path(),
                    TEXTS.get("plan.source.found", source(), sums.found(), sums.within()));
            // What came too soon after a write is among what turns were seen to miss.
            made = PlanField.READ_DELAY
                    .with(made, 0)
                    .withSource(PlanField.READ_DELAY.path(), TEXTS.get("plan.source.delay"));
        }
        if (shared >= 1) {
            made = firstTurns(made, findings);
        }
        tell(conversation, shared, findings);
        return sourced(made, conversation, shared);
    }

    /** What other sessions had written for the first requests of these, the plan's own traffic need not tell. */
    private Plan firstTurns(Plan plan, List<UsageFinding> findings) {
        findings.add(UsageFinding.info(TEXTS.get(
                "plan.sessions.firstTurns",
                sums.firstRead(),
                Math.round(sums.head()),
                Numbers.percent(sums.firstTurnHitRate()))));
        return PlanField.FIRST_TURN_HIT_RATE
                .with(plan, sums.firstTurnHitRate())
                .withSource(
                        PlanField.FIRST_TURN_HIT_RATE.path(),
                        TEXTS.get("plan.source.firstTurns", source(), sums.firstRead(), Math.round(sums.head())));
    }

    private double text(double tokens) {
        return tokens * measured.textShare();
    }

    /** A plan that says itself what its prompt is made of, with turns and gaps, where it has sessions. */
    Plan over(Plan plan, List<UsageFinding> findings) {
        if (sums.followed() == 0) {
            return plan;
        }
        if (plan.traffic().sessions().turns() <= 1
                && plan.items().stream().noneMatch(i -> i.growing().grows())) {
            findings.add(UsageFinding.info(
                    TEXTS.get("plan.sessions.single", sums.sessions(), Numbers.count(sums.meanTurns()))));
            return plan;
        }
        double perMonth = plan.traffic().requestsPerMonth();
        Plan made = PlanField.REQUESTS_PER_MONTH.with(
                plan.withTraffic(
                        plan.traffic().withSessions(sessions(plan.traffic().sessions()))),
                perMonth);
        findings.add(UsageFinding.info(
                TEXTS.get("plan.sessions.turns", sums.sessions(), sums.turns(), Numbers.count(sums.meanTurns()))));
        boolean shares = made.cachedToday().stream()
                .anyMatch(i -> made.items().get(i).scope().compareTo(Scope.SESSION) < 0);
        return traffic(shares && sums.head() > 0 ? firstTurns(made, findings) : made);
    }

    /** Turns and gaps of {@code sessions}, and the rest as it was. */
    private Sessions sessions(Sessions other) {
        return new Sessions(
                null,
                sums.meanTurns(),
                sums.spread(),
                other.gapMedianSeconds(),
                other.gapP95Seconds(),
                other.toolShare(),
                other.toolGapMedianSeconds(),
                other.toolGapP95Seconds(),
                other.parallel(),
                null,
                gaps());
    }

    /** Bounds at which gaps become more, and those up to which they do not: in between nothing is to be made up. */
    private List<GapStep> gaps() {
        List<GapStep> gaps = new ArrayList<>();
        List<Long> counts = sums.gaps();
        for (int i = 0; i < counts.size(); i++) {
            long count = counts.get(i);
            boolean more = count > (i == 0 ? 0 : counts.get(i - 1));
            boolean moreNext = i + 1 < counts.size() && counts.get(i + 1) > count;
            if (more || moreNext && count > 0) {
                gaps.add(new GapStep(GapBounds.SECONDS.get(i), (double) count / sums.followed()));
            }
        }
        return gaps;
    }

    /** What grows, so that prompts are on average as long as they were, and so what turns find of the ones before. */
    private ContextItem grown(Plan plan, double shared) {
        double first = text(sums.meanFirst()) - shared;
        double mean = text(sums.meanPrompt()) - shared;
        if (sums.followed() == 0) {
            return new Fit(plan, first, first).item(0, null, 0);
        }
        double before = text(sums.meanBefore()) - shared;
        double alike = sums.found() * shared / measured.textShare();
        double rewritten = sums.keptRead() == 0 || sums.kept() <= alike
                ? 0
                : Math.clamp(1 - (sums.keptRead() - alike) / (sums.kept() - alike), 0, 1);
        Fit fit = new Fit(plan, first, mean);
        double growth = fit.growth(null);
        Double end = null;
        if (growth > 0 && fit.before(growth, null) < before) {
            double least = Math.max(first, mean);
            double most = FARTHEST * least;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = Math.sqrt(least * most);
                double slope = fit.growth(middle);
                if (fit.isReached(slope, middle) && fit.before(slope, middle) < before) {
                    most = middle;
                } else {
                    least = middle;
                }
            }
            end = most < FARTHEST * Math.max(first, mean) * 0.99 ? most : null;
            growth = fit.growth(end);
        }
        return fit.item(growth, end, rewritten);
    }

    /** An item that begins with {@code first} tokens and is to be {@code mean} long on average. */
    private record Fit(Plan plan, double first, double mean) {
        ContextItem item(double growth, @Nullable Double end, double rewritten) {
            return new ContextItem(
                            CONVERSATION,
                            TEXTS.get("plan.item.conversation"),
                            first,
                            Kind.INFORMATION,
                            Scope.SESSION,
                            0,
                            Placement.CACHED_PREFIX)
                    .withGrowth(new Growth(growth, 0, end, rewritten));
        }

        private Plan with(double growth, @Nullable Double end) {
            return plan.withItems(List.of(item(growth, end, 0)));
        }

        private double size(double growth, @Nullable Double end) {
            return Block.of(with(growth, end)).conversations().size(0).value();
        }

        double before(double growth, @Nullable Double end) {
            return Block.of(with(growth, end)).conversations().repeated(0).value();
        }

        boolean isReached(double growth, double end) {
            return size(growth, end) >= mean * 0.9999;
        }

        /** The tokens a turn with which the mean is reached, or nearly, where the end lets it. */
        double growth(@Nullable Double end) {
            if (mean <= first) {
                return 0;
            }
            double least = 0;
            double most = mean;
            while (end == null && size(most, null) < mean) {
                most *= 2;
            }
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (least + most) / 2;
                if (size(middle, end) < mean) {
                    least = middle;
                } else {
                    most = middle;
                }
            }
            return most;
        }
    }

    private void tell(ContextItem conversation, double shared, List<UsageFinding> findings) {
        Growth growth = conversation.growing();
        findings.add(UsageFinding.info(TEXTS.get(
                growth.end() == null ? "plan.sessions" : "plan.sessions.end",
                sums.sessions(),
                sums.turns(),
                Numbers.count(sums.meanTurns()),
                Numbers.count(text(sums.meanFirst())),
                Numbers.count(shared),
                Numbers.count(growth.perTurn()),
                Numbers.count(growth.end() == null ? 0 : growth.end() + shared))));
        if (sums.within() > 0) {
            findings.add(UsageFinding.info(TEXTS.get(
                    "plan.sessions.cache",
                    sums.found(),
                    sums.within(),
                    Numbers.percent((double) sums.found() / sums.within()),
                    sums.keptRead(),
                    sums.kept(),
                    Numbers.percent(growth.rewritten()))));
        } else {
            findings.add(UsageFinding.info(TEXTS.get("plan.sessions.noReads")));
        }
        findings.add(UsageFinding.info(TEXTS.get("plan.sessions.unstated")));
    }

    private Plan traffic(Plan plan) {
        Plan made = plan.withSource(
                        PlanField.TURNS.path(), TEXTS.get("plan.source.turns", source(), sums.turns(), sums.sessions()))
                .withSource(PlanField.TURNS_SPREAD.path(), source());
        return sums.followed() == 0
                ? made
                : made.withSource("traffic.sessions.gaps", TEXTS.get("plan.source.gaps", source(), sums.followed()));
    }

    private Plan sourced(Plan plan, ContextItem conversation, double shared) {
        String item = "items." + CONVERSATION + ".";
        Plan made = traffic(plan)
                .withSource(item + "tokens", source())
                .withSource(item + "growth.perTurn", TEXTS.get("plan.source.fitted", source()));
        if (conversation.growing().end() != null) {
            made = made.withSource(item + "growth.end", TEXTS.get("plan.source.fitted", source()));
        }
        if (conversation.growing().rewritten() > 0) {
            made = made.withSource(
                    item + "growth.rewritten", TEXTS.get("plan.source.kept", source(), sums.keptRead(), sums.kept()));
        }
        return shared >= 1 ? made.withSource("items." + SHARED + ".tokens", source()) : made;
    }
}
