package app.steelyard.usage;

import app.steelyard.cost.bill.MediaLine;
import app.steelyard.cost.bill.Use;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.bill.Media;
import app.steelyard.plan.bill.Served;
import app.steelyard.plan.bill.Way;
import app.steelyard.pricing.kind.Extras;
import app.steelyard.pricing.kind.Modifiers;
import app.steelyard.pricing.kind.Modifiers.Speed;
import app.steelyard.pricing.kind.TokenKind.Flow;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.usage.figures.Measured;
import app.steelyard.usage.row.UsageFinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a plan states of how requests were served and of what was used beside tokens, as measured. */
final class ServedToPlan {
    private static final Texts TEXTS = Texts.of(UsageToPlan.class);

    private final Measured measured;
    private final ServiceTier tier;
    private final Map<Way, Long> ways = new EnumMap<>(Way.class);
    private final Map<String, Long> places = new HashMap<>();
    private long untold;

    /** @param tier at which the rest is served */
    ServedToPlan(Measured measured, ServiceTier tier) {
        this.measured = measured;
        this.tier = tier;
        measured.served().forEach((served, requests) -> {
            Optional<Way> way = way(served);
            way.ifPresent(w -> ways.merge(w, requests, Long::sum));
            if (way.isEmpty()
                    && (served.tier() != tier
                            || served.speed() != Speed.STANDARD
                            || served.provisioned()
                            || !served.other().isEmpty())) {
                untold += requests;
            }
            if (way.filter(w -> w == Way.REGIONAL).isPresent()) {
                places.merge(served.place(), requests, Long::sum);
            }
        });
    }

    /** The rest is what is standard where any was; else the tier with the most tokens. */
    static ServedToPlan of(Measured measured) {
        return new ServedToPlan(
                measured,
                measured.tiers().containsKey(ServiceTier.STANDARD)
                        ? ServiceTier.STANDARD
                        : Collections.max(measured.tiers().entrySet(), Map.Entry.comparingByValue())
                                .getKey());
    }

    ServiceTier tier() {
        return tier;
    }

    /** How it was served, where that is not as the rest was; a tier goes before a place. */
    private Optional<Way> way(Modifiers served) {
        if (served.tier() != tier) {
            return switch (served.tier()) {
                case BATCH -> Optional.of(Way.BATCH);
                case FLEX -> Optional.of(Way.FLEX);
                case PRIORITY -> Optional.of(Way.PRIORITY);
                case PEAK -> Optional.of(Way.PEAK);
                case STANDARD -> Optional.empty();
            };
        }
        if (served.speed() == Speed.FAST) {
            return Optional.of(Way.FAST);
        }
        boolean plain = served.speed() == Speed.STANDARD && !served.provisioned();
        return plain && !served.place().isEmpty() ? Optional.of(Way.REGIONAL) : Optional.empty();
    }

    /** With shares, uses and tokens that are no text, and where they are from; those of the plan go where any is told. */
    Plan into(Plan plan, List<UsageFinding> findings) {
        return uses(media(ways(plan, findings)));
    }

    private Plan ways(Plan plan, List<UsageFinding> findings) {
        Plan with = ways.isEmpty()
                ? plan
                : plan.withInference(plan.inference()
                        .withServed(Served.ALIKE.withRegion(
                                plan.inference().served().region())));
        double all = measured.totals().requests();
        List<String> told = new ArrayList<>();
        for (Map.Entry<Way, Long> way : ways.entrySet()) {
            with = stated(with, PlanField.served(way.getKey()), way.getValue() / all);
            told.add(Numbers.percent(way.getValue() / all) + " " + Names.of(way.getKey()));
        }
        if (!places.isEmpty()) {
            String most = Collections.max(places.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            with = with.withInference(
                    with.inference().withServed(with.inference().served().withRegion(most)));
            if (places.size() > 1) {
                findings.add(UsageFinding.warning(
                        TEXTS.get("plan.served.places", String.join(", ", new TreeMap<>(places).keySet()), most)));
            }
        }
        if (!told.isEmpty()) {
            findings.add(UsageFinding.info(TEXTS.get("plan.served", String.join(", ", told))));
        }
        if (untold > 0) {
            findings.add(UsageFinding.warning(TEXTS.get("plan.served.untold", Numbers.percent(untold / all))));
        }
        return with;
    }

    /** By the request; the log tells of each kind what of it was read from the cache, a plan of all together. */
    private Plan media(Plan plan) {
        Extras extras = measured.extras();
        if (extras.tokens().isEmpty()) {
            return plan;
        }
        Map<PlanField, Long> tokens = new EnumMap<>(PlanField.class);
        for (MediaLine line : MediaLine.values()) {
            tokens.merge(line.field(), extras.of(line.kind()), Long::sum);
        }
        Plan with = plan.withTraffic(plan.traffic().withMedia(Media.NONE));
        for (Map.Entry<PlanField, Long> counted : tokens.entrySet()) {
            double each = (double) counted.getValue() / measured.totals().requests();
            with = each == 0 ? with : stated(with, counted.getKey(), each);
        }
        double cached = extras.of(Flow.CACHED_INPUT);
        return cached == 0
                ? with
                : stated(with, PlanField.MEDIA_CACHED_SHARE, cached / (cached + extras.of(Flow.INPUT)));
    }

    private Plan uses(Plan plan) {
        Plan with = plan;
        double all = measured.totals().requests();
        for (Use use : Use.values()) {
            Long count = use.fee() == null ? null : measured.extras().fees().get(use.fee());
            if (count != null) {
                double each = count
                        / all
                        * (use.perSession() ? plan.traffic().sessions().turns() : 1);
                with = stated(with, use.count(), each);
            }
        }
        return with;
    }

    private Plan stated(Plan plan, PlanField field, double value) {
        return field.with(plan, value).withSource(field.path(), measured.source());
    }
}
