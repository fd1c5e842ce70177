package app.steelyard.report;

import app.steelyard.cost.Verdict;
import app.steelyard.cost.Verdict.Today;
import app.steelyard.cost.result.Architecture;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.text.Names;
import app.steelyard.text.Several;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The decision as what is to be done: which model, what is done with the context, and in which order it is sent. */
record BoardTitle(ReportModel model, Verdict.Cheapest verdict) {
    private static final Texts TEXTS = Texts.of(BoardTitle.class);
    private static final int LONG_NAME = 34;
    private static final int MOST_NAMED = 2;

    String text() {
        Architecture best = verdict.best().architecture();
        String answers = shortened(model.model(best));
        if (verdict.today() instanceof Today.Best) {
            return TEXTS.get("board.title.stay", Names.of(best.design()), answers);
        }
        Architecture today = model.comparison().baseline().architecture();
        boolean same = model.model(best).equals(model.model(today));
        List<String> parts = new ArrayList<>();
        Optional<String> order = verdict.orderFirst() ? order(best, ".first") : Optional.empty();
        order.ifPresent(parts::add);
        parts.add(TEXTS.get(
                (best.places(Placement.WEIGHTS) && !today.places(Placement.WEIGHTS)
                                ? same ? "board.title.tune" : "board.title.moveTuned"
                                : same ? "board.title.keep" : "board.title.move")
                        + (order.isPresent() ? ".then" : ""),
                answers));
        List<String> to = new ArrayList<>();
        newly(best, today, Placement.CACHED_PREFIX, "board.title.cache").forEach(to::add);
        newly(best, today, Placement.RETRIEVED, "board.title.retrieve").forEach(to::add);
        if (today.places(Placement.CACHED_PREFIX) && !best.places(Placement.CACHED_PREFIX)) {
            to.add(TEXTS.get("board.title.noCache"));
        }
        if (order.isEmpty()) {
            order(best, "").ifPresent(to::add);
        }
        parts.addAll(to.isEmpty() && parts.size() == 1 && same ? List.of(TEXTS.get("board.title.place")) : to);
        return joined(parts);
    }

    private static Stream<String> newly(Architecture best, Architecture today, Placement placement, String key) {
        return best.places(placement) && !today.places(placement) ? Stream.of(TEXTS.get(key)) : Stream.empty();
    }

    /** In which order to send it, where that is another than today's. */
    private Optional<String> order(Architecture best, String place) {
        return behind(best, "board.title.behind" + place)
                .or(() -> verdict.reordered().isEmpty()
                        ? Optional.empty()
                        : Optional.of(TEXTS.get("board.title.order" + place)));
    }

    /** What stands before something that is to be cached, and is not itself. */
    private Optional<String> behind(Architecture best, String key) {
        Plan plan = model.plan();
        List<ContextItem> items = plan.items();
        int last = IntStream.range(0, items.size())
                .filter(i -> best.placements().get(i) == Placement.CACHED_PREFIX)
                .max()
                .orElse(-1);
        List<String> before = IntStream.range(0, last)
                .filter(i -> best.placements().get(i) == Placement.PLAIN_PROMPT)
                .mapToObj(i ->
                        TEXTS.get("board.title.item", shortened(items.get(i).name())))
                .toList();
        return before.isEmpty() ? Optional.empty() : Optional.of(TEXTS.get(key, Several.joined(before, MOST_NAMED)));
    }

    private static String joined(List<String> parts) {
        int n = parts.size();
        return n == 1
                ? parts.get(0)
                : TEXTS.get(
                        n == 2 ? "board.title.two" : "board.title.more",
                        String.join(", ", parts.subList(0, n - 1)),
                        parts.get(n - 1));
    }

    private static String shortened(String name) {
        return Html.shortened(name, LONG_NAME);
    }
}
