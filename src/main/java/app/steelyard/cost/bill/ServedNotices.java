package app.steelyard.cost.bill;

import app.steelyard.cost.result.Notice;
import app.steelyard.cost.result.Notice.Severity;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.bill.Way;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What to know of a cache where requests are not all served alike. */
public final class ServedNotices {
    private static final Texts TEXTS = Texts.of(ServedNotices.class);

    private ServedNotices() {}

    /** @param owner whose cache it is */
    public static List<Notice> of(Plan plan, Ways ways, String owner) {
        List<Notice> notices = new ArrayList<>();
        List<Way> served = ways.list().stream().filter(w -> share(plan, w) > 0).toList();
        List<Way> sharing = served.stream()
                .filter(w -> w != Way.REGIONAL && !ways.uncached(w))
                .toList();
        if (served.contains(Way.BATCH) && ways.uncached(Way.BATCH)) {
            notices.add(new Notice(Severity.WARNING, TEXTS.get("cache.share.batch", percent(plan, Way.BATCH), owner)));
        }
        if (!sharing.isEmpty()) {
            String names = sharing.stream().map(Names::of).collect(Collectors.joining(", "));
            notices.add(new Notice(Severity.INFO, TEXTS.get("cache.share.tiers", names)));
        }
        if (served.contains(Way.REGIONAL)) {
            notices.add(new Notice(Severity.INFO, TEXTS.get("cache.share.region", percent(plan, Way.REGIONAL))));
        }
        return notices;
    }

    /** At which tier a plan's requests are served, and which of them in other ways. */
    public static String tier(Plan plan) {
        String tier = Names.of(plan.inference().tier());
        String others = Ways.stated(plan).stream()
                .filter(w -> share(plan, w) > 0)
                .map(w -> percent(plan, w) + " " + Names.of(w))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? tier : TEXTS.get("served.tier", tier, others);
    }

    private static double share(Plan plan, Way way) {
        return PlanField.served(way).get(plan);
    }

    private static String percent(Plan plan, Way way) {
        return Numbers.percent(share(plan, way));
    }
}
