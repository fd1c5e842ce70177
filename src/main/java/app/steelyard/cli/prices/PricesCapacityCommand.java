package app.steelyard.cli.prices;

import app.steelyard.app.plan.OfferedCapacity;
import app.steelyard.app.plan.PlanSource;
import app.steelyard.cli.cost.CapacityJson;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.cost.result.CapacityUse;
import app.steelyard.document.PlanFile;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Offers of capacity for a plan's models, what each comes to at the plan's peak, and one of them taken into the plan. */
@Command(name = "capacity")
public final class PricesCapacityCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    @Parameters(paramLabel = "PLAN", descriptionKey = "PLAN")
    private String plan = "";

    @Option(names = "--offer", paramLabel = "OFFER")
    private @Nullable String offer;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public PricesCapacityCommand(Console console) {
        super(console);
    }

    /** @param best where all of the throughput is reached */
    private record Weighed(OfferedCapacity offer, Optional<CapacityUse> use, Optional<CapacityUse> best) {}

    @Override
    public Integer call() {
        PriceBook book = console.book();
        Plan read = PlanSource.read(plan);
        List<OfferedCapacity> fit = OfferedCapacity.of(read);
        if (fit.isEmpty()) {
            throw new Refusal(TEXTS.get("prices.capacity.none", read.inference().model()));
        }
        if (!OfferedCapacity.isPriced(read)) {
            throw new Refusal(TEXTS.get("prices.capacity.rate", read.currency()));
        }
        if (offer != null) {
            return take(named(fit, offer));
        }
        List<Weighed> all = fit.stream()
                .map(o ->
                        new Weighed(o, o.use(read, book), o.offer().isRange() ? o.best(read, book) : Optional.empty()))
                .toList();
        return print(format, () -> text(read, all), () -> json(read, all));
    }

    private OfferedCapacity named(List<OfferedCapacity> fit, String id) {
        return fit.stream()
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(TEXTS.get(
                        "prices.capacity.unknown",
                        id,
                        fit.stream().map(OfferedCapacity::id).collect(Collectors.joining(", ")))));
    }

    private int take(OfferedCapacity taken) {
        PlanFile file = PlanFile.open(PlanSource.path(plan));
        PlanFile.save(file.path(), taken.take(file.plan()), file);
        return print(TEXTS.get("prices.capacity.taken", taken.line(), taken.model(), plan) + "\n" + taken.provenance()
                + "\n");
    }

    private static String text(Plan plan, List<Weighed> all) {
        TextTable table = new TextTable(2);
        table.row(
                TEXTS.get("prices.capacity.offer"),
                TEXTS.get("prices.capacity.price"),
                TEXTS.get("prices.capacity.units"),
                TEXTS.get("prices.capacity.used"),
                TEXTS.get("prices.capacity.idle"),
                TEXTS.get("prices.capacity.month"),
                TEXTS.get("prices.capacity.tokens"),
                TEXTS.get("prices.capacity.from"));
        Set<String> sources = new LinkedHashSet<>();
        for (Weighed one : all) {
            List<String> figures =
                    one.use.map(u -> figures(plan, one, u)).orElseGet(() -> List.of("–", "–", "–", "–", "–", "–"));
            table.row(
                    one.offer.id(),
                    one.offer.price(),
                    figures.get(0),
                    figures.get(1),
                    figures.get(2),
                    figures.get(3),
                    figures.get(4),
                    figures.get(5));
            sources.add(one.offer.provenance());
        }
        return TEXTS.get(
                        "prices.capacity.title",
                        all.stream()
                                .map(w -> w.offer.model().toString())
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        plan.name(),
                        plan.currency())
                + "\n\n" + table.text() + "\n" + String.join("\n", sources) + "\n"
                + TEXTS.get("prices.capacity.how") + "\n";
    }

    private static List<String> figures(Plan plan, Weighed one, CapacityUse worst) {
        CapacityUse best = one.best.orElse(worst);
        return List.of(
                OfferedCapacity.units(best.units(), worst.units()),
                Numbers.percent(worst.utilisation()),
                Numbers.count(worst.idleHours()),
                range(new Money(best.cost(), plan.currency()), new Money(worst.cost(), plan.currency())),
                Double.isNaN(worst.tokenCost()) ? "–" : new Money(worst.tokenCost(), plan.currency()).whole(),
                Double.isNaN(worst.breakEvenTokens())
                        ? "–"
                        : Double.isInfinite(worst.breakEvenTokens())
                                ? TEXTS.get("prices.capacity.never")
                                : Numbers.count(worst.breakEvenTokens()));
    }

    private static String range(Money least, Money most) {
        return least.equals(most) ? most.whole() : TEXTS.get("prices.capacity.range", least.whole(), most.whole());
    }

    private static String json(Plan plan, List<Weighed> all) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        root.put("plan", plan.name());
        root.put("currency", plan.currency().code());
        JsonText.each(root, "offers", all, (node, one) -> {
            node.put("id", one.offer.id());
            node.put("model", one.offer.model().toString());
            node.put("seller", one.offer.offer().seller());
            node.put("name", one.offer.offer().name());
            node.put("unit", one.offer.offer().unit());
            node.put("source", one.offer.offer().source().title());
            node.put("read", one.offer.offer().source().read().toString());
            node.put("confidence", Names.word(one.offer.offer().source().confidence()));
            node.put("note", one.offer.offer().note());
            one.use.ifPresent(u -> CapacityJson.all(node.putObject("use"), u));
            one.best.ifPresent(u -> CapacityJson.all(node.putObject("best"), u));
        });
        return JsonText.write(root);
    }
}
