package app.steelyard.app.plan;

import app.steelyard.cost.result.CachedPart;
import app.steelyard.cost.result.Driver;
import app.steelyard.cost.result.Evaluation;
import app.steelyard.cost.result.Line;
import app.steelyard.cost.result.LineKind;
import app.steelyard.cost.result.Timing;
import app.steelyard.plan.Plan;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Placement;
import app.steelyard.plan.item.Scope;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.text.Currency;
import app.steelyard.text.Footing;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The prompt of a design in the order in which it is sent, a layer an item, with what each costs in the first month. With the
 * answer and all else that is paid for each month, the layers foot to the running cost.
 *
 * @param layers what is sent, the first first; then what is not, as it is retrieved or in the weights
 * @param others what else is paid for, by driver
 * @param running of the first month
 */
public record PromptStack(List<Layer> layers, List<Other> others, Money running) {
    private static final Texts TEXTS = Texts.of(PromptStack.class);

    public PromptStack {
        layers = List.copyOf(layers);
        others = List.copyOf(others);
    }

    /**
     * One item of the prompt.
     *
     * @param placement where it really is: an item to be cached is plain input where it is too short for that
     * @param tokens of a request, on average over the turns
     * @param share of the longest layer, 0 to 1
     * @param end what ends behind it; empty where the cache goes on, or never was
     */
    public record Layer(
            ContextItem item, Placement placement, double tokens, double share, Money perMonth, String end) {

        /** Whether it is part of the prompt. */
        public boolean sent() {
            return placement == Placement.CACHED_PREFIX || placement == Placement.PLAIN_PROMPT;
        }

        /** For whom it is the same, and how often it changes. */
        public String stays() {
            return item.changesPerMonth() > 0
                    ? TEXTS.get("stack.changes", Names.of(item.scope()), Numbers.value(item.changesPerMonth()))
                    : Names.of(item.scope());
        }
    }

    /**
     * Layers in a row that are placed alike and the same for as many.
     *
     * @param layers one or more
     */
    public record Run(List<Layer> layers) {
        public Run {
            layers = List.copyOf(layers);
        }

        public Layer first() {
            return layers.getFirst();
        }

        public double tokens() {
            return layers.stream().mapToDouble(Layer::tokens).sum();
        }

        public Money perMonth() {
            return layers.stream().map(Layer::perMonth).reduce(Money::plus).orElseThrow();
        }
    }

    /** What is paid for beside the layers, such as the answer. */
    public record Other(Driver driver, Money perMonth) {}

    /** The stack of a design of that plan. */
    public static PromptStack of(Plan plan, Evaluation.Priced design) {
        List<Integer> order = order(plan, design);
        double[] tokens = tokens(plan, design);
        double longest = order.stream().mapToDouble(i -> tokens[i]).max().orElse(0);
        Map<Driver, Double> others = new EnumMap<>(Driver.class);
        double[] ofItems = new double[plan.items().size()];
        double[] written = new double[plan.items().size()];
        monthly(design).forEach(line -> {
            int[] named = named(plan, line);
            double all = IntStream.of(named).mapToDouble(i -> tokens[i]).sum();
            for (int i : named) {
                double amount = line.amount() * (all > 0 ? tokens[i] / all : 1.0 / named.length);
                ofItems[i] += amount;
                written[i] += line.kind().driver() == Driver.CACHE_WRITE ? amount : 0;
            }
            if (named.length == 0) {
                others.merge(line.kind().driver(), line.amount(), Double::sum);
            }
        });
        Currency currency = design.currency();
        Money running = currency.of(design.measures().firstMonth()).rounded();
        double[] parts = Stream.concat(order.stream().map(i -> ofItems[i]), others.values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] footed = Footing.round(parts, running.value(), currency.decimals());
        Map<String, String> ends = ends(design);
        List<Layer> layers = new ArrayList<>();
        for (int at = 0; at < order.size(); at++) {
            int i = order.get(at);
            ContextItem item = plan.items().get(i);
            Placement placed = placed(design, i, item);
            String end = ends.getOrDefault(item.id(), "");
            boolean inVain = placed == Placement.PLAIN_PROMPT && written[i] > 0;
            layers.add(new Layer(
                    item,
                    placed,
                    tokens[i],
                    longest > 0 ? tokens[i] / longest : 0,
                    currency.of(footed[at]),
                    inVain && end.isEmpty() ? TEXTS.get("stack.end.inVain") : end));
        }
        List<Other> rest = new ArrayList<>();
        int at = order.size();
        for (Driver driver : others.keySet()) {
            rest.add(new Other(driver, currency.of(footed[at++])));
        }
        return new PromptStack(layers, rest, running);
    }

    /** The layers in runs: of one each where there are at most {@code most}, so that a long prompt can be folded. */
    public List<Run> runs(int most) {
        List<Run> runs = new ArrayList<>();
        for (Layer layer : layers) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && layers.size() > most && alike(last.layers().getLast(), layer)) {
                runs.set(
                        runs.size() - 1,
                        new Run(Stream.concat(last.layers().stream(), Stream.of(layer))
                                .toList()));
            } else {
                runs.add(new Run(List.of(layer)));
            }
        }
        return runs;
    }

    /** Whether something is paid by the hour, as it is where a layer costs nothing by its tokens. */
    public boolean hosted() {
        return others.stream().anyMatch(o -> o.driver() == Driver.HOSTING);
    }

    private static boolean alike(Layer one, Layer next) {
        return one.placement() == next.placement()
                && one.item().scope() == next.item().scope()
                && one.end().isEmpty();
    }

    private static Stream<Line> monthly(Evaluation.Priced design) {
        return design.statement().stream().filter(l -> l.timing() == Timing.MONTHLY);
    }

    /** The items that a line is about, by index; a name may be given twice. */
    private static int[] named(Plan plan, Line line) {
        return line.kind() == LineKind.ENGINEERING || line.subject().isEmpty()
                ? new int[0]
                : IntStream.range(0, plan.items().size())
                        .filter(i -> plan.items().get(i).name().equals(line.subject()))
                        .toArray();
    }

    /** Today's is the plan's; of a proposal what is cached comes first, and what is not sent stands last in both. */
    private static List<Integer> order(Plan plan, Evaluation.Priced design) {
        List<String> cached =
                design.caches().parts().stream().map(p -> p.item().id()).toList();
        boolean today = design.architecture().today();
        Comparator<Integer> sent = Comparator.comparing(
                i -> switch (design.architecture().placements().get(i)) {
                    case CACHED_PREFIX, PLAIN_PROMPT -> 0;
                    case RETRIEVED -> 1;
                    case WEIGHTS -> 2;
                });
        Comparator<Integer> asCached = Comparator.comparing(i -> {
            int place = cached.indexOf(plan.items().get(i).id());
            return place < 0 ? Integer.MAX_VALUE : place;
        });
        Comparator<Integer> order = today ? sent : sent.thenComparing(asCached);
        Comparator<Integer> unsentByScope = Comparator.comparing(
                i -> switch (design.architecture().placements().get(i)) {
                    case CACHED_PREFIX, PLAIN_PROMPT -> Scope.SHARED;
                    case RETRIEVED, WEIGHTS -> plan.items().get(i).scope();
                });
        return IntStream.range(0, plan.items().size())
                .boxed()
                .sorted(order.thenComparing(unsentByScope).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static Placement placed(Evaluation.Priced design, int index, ContextItem item) {
        Placement placement = design.architecture().placements().get(index);
        boolean inCache = design.caches().parts().stream()
                .anyMatch(p -> p.item().id().equals(item.id()) && p.hitRate() > 0 && p.cachedTokens() > 0);
        return placement == Placement.CACHED_PREFIX && !inCache ? Placement.PLAIN_PROMPT : placement;
    }

    /** What grows has the tokens that it is billed for, a request. */
    private static double[] tokens(Plan plan, Evaluation.Priced design) {
        double requests =
                plan.traffic().requestsPerMonth() * (1 + plan.traffic().retryRate());
        return plan.items().stream()
                .mapToDouble(item -> {
                    if (!item.growing().grows() || !(requests > 0)) {
                        return item.tokens();
                    }
                    double billed = monthly(design)
                            .filter(l ->
                                    l.subject().equals(item.name()) && l.kind().driver() != Driver.CACHE_STORAGE)
                            .filter(l -> l.kind() != LineKind.CACHE_KEEP_ALIVE && l.kind() != LineKind.CACHE_INGEST)
                            .mapToDouble(Line::quantity)
                            .sum();
                    return billed > 0 ? billed / requests : item.tokens();
                })
                .toArray();
    }

    /** By id of the item behind which it ends: what is found as often, as far as it is told, and how often. */
    private static Map<String, String> ends(Evaluation.Priced design) {
        List<CachedPart> found = design.caches().parts().stream()
                .filter(p -> p.hitRate() > 0 && p.cachedTokens() > 0)
                .toList();
        Map<String, String> ends = new HashMap<>();
        int number = 0;
        for (int p = 0; p < found.size(); p++) {
            CachedPart part = found.get(p);
            boolean last = p + 1 == found.size();
            String rate = Numbers.percent(part.hitRate());
            if (last || !rate.equals(Numbers.percent(found.get(p + 1).hitRate()))) {
                number++;
                ends.put(part.item().id(), end(design, rate, number, last));
            }
        }
        return ends;
    }

    private static String end(Evaluation.Priced design, String rate, int number, boolean last) {
        CachePolicy.Mode mode =
                Objects.requireNonNull(design.caches().policy()).fact().mode();
        CacheLifetime lifetime = design.caches().lifetime();
        return TEXTS.get(
                "stack.end." + mode,
                number,
                rate,
                last && lifetime != null ? 1 : 0,
                lifetime == null ? "" : lifetime.name());
    }
}
