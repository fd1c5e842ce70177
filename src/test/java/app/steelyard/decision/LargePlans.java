package app.steelyard.decision;

import app.steelyard.Seeded.Draw;
import app.steelyard.decision.answers.Answer;
import app.steelyard.decision.answers.Answers;
import app.steelyard.document.Samples;
import app.steelyard.plan.Distribution;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.Range;
import app.steelyard.plan.WhatIf;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Kind;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import java.util.ArrayList;
import java.util.List;

/** Plans of many items, each with a size that is in doubt, at the traffic and prices of a sample; the same for the same draws. */
public final class LargePlans {
    private LargePlans() {}

    public static Plan of(int items, Draw draw) {
        List<ContextItem> all = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            ContextItem item = new ContextItem(
                    "i" + i,
                    "Item " + i,
                    draw.whole(100, 100 + 40_000 / items),
                    draw.oneOf(Kind.values()),
                    draw.oneOf(Scope.values()),
                    draw.maybe() ? 0 : draw.scaled(0.1, 100),
                    Placement.PLAIN_PROMPT);
            all.add(item);
            String size = new ItemNumber(item.id(), ItemNumber.Kind.TOKENS).path();
            ranges.add(new Range(size, item.tokens() / 2, item.tokens() * 2, Distribution.TRIANGULAR, null));
        }
        return Samples.plan("support-bot")
                .orElseThrow()
                .withItems(all)
                .withWhatIf(new WhatIf(ranges, List.of(), List.of()));
    }

    /** Answers that promise a first token in a time that some of the plan's prompt in the cache meets, and all of it uncached does not. */
    public static Answers promising(Plan plan) {
        double tokens = plan.items().stream().mapToDouble(ContextItem::tokens).sum();
        double uncached = plan.latency().baseSeconds() + plan.latency().secondsPer1kUncached() * tokens / 1000;
        return Answers.NONE.with("latency", Answer.of(uncached * 0.9));
    }
}
