package app.steelyard.cli.prices;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.prices.OnPlan;
import app.steelyard.app.prices.PriceWords;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.TextTable;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** Puts models side by side: per million tokens, and what an average month of a plan's own traffic costs on each. */
@Command(name = "compare")
public final class PricesCompareCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    @Parameters(arity = "1..*", paramLabel = "MODEL", descriptionKey = "MODEL")
    private List<String> models = new ArrayList<>();

    @Option(names = "--plan", paramLabel = "PLAN")
    private @Nullable String plan;

    @Option(names = "--as-of", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public PricesCompareCommand(Console console) {
        super(console);
    }

    /** @param on empty where no plan is named or the model has no price at its tier */
    private record Compared(PriceRef ref, Optional<Quote<RateCard>> quote, Optional<OnPlan> on) {}

    @Override
    public Integer call() {
        PriceBook book = console.book();
        Plan read = plan == null ? null : PlanSource.asOf(PlanSource.read(plan), asOf);
        LocalDate day = read != null
                ? read.inference().pricesAsOf()
                : asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        ServiceTier tier =
                read == null ? ServiceTier.STANDARD : read.inference().tier();
        List<Compared> all = models.stream()
                .map(m -> NamedModel.of(null, m, book))
                .distinct()
                .map(r -> new Compared(
                        r, book.rates(r, tier, day), Optional.ofNullable(read).flatMap(p -> OnPlan.of(r, p, book))))
                .toList();
        return print(format, () -> text(all, read, tier, day), () -> json(all, read, tier, day));
    }

    private static String text(List<Compared> all, @Nullable Plan plan, ServiceTier tier, LocalDate day) {
        TextTable table = new TextTable(1);
        List<String> heads = new ArrayList<>(List.of(TEXTS.get("prices.column.ref")));
        if (plan != null) {
            heads.add(TEXTS.get("prices.compare.today"));
            heads.add(TEXTS.get("prices.compare.caching"));
        }
        for (String column : List.of("input", "cachedRead", "output", "currency", "read", "marks")) {
            heads.add(TEXTS.get("prices.column." + column));
        }
        table.row(heads);
        StringBuilder why = new StringBuilder();
        for (Compared one : all) {
            List<String> row = new ArrayList<>(List.of(one.ref.toString()));
            if (plan != null) {
                row.add(month(one.on.flatMap(OnPlan::today)));
                row.add(month(one.on.flatMap(OnPlan::caching)));
            }
            row.addAll(one.quote
                    .map(PricesCompareCommand::prices)
                    .orElseGet(() -> List.of("–", "–", "–", "", "", TEXTS.get("prices.unpriced"))));
            table.row(row);
            one.on.ifPresent(on -> on.why()
                    .forEach(w -> why.append(
                                    TEXTS.get(on.fit() ? "prices.compare.note" : "prices.compare.unfit", one.ref, w))
                            .append('\n')));
        }
        String title = plan == null
                ? TEXTS.get("prices.compare.title", Names.of(tier), day)
                : TEXTS.get("prices.compare.title.plan", Names.of(tier), day, plan.name(), plan.currency());
        return title + "\n\n" + table.text() + (why.isEmpty() ? "" : "\n" + why);
    }

    private static List<String> prices(Quote<RateCard> quote) {
        List<String> cells = new ArrayList<>(PriceWords.each(quote.fact()));
        cells.add(quote.fact().currency().code());
        cells.add(quote.fact().source().read().toString());
        cells.add(quote.marks().stream().sorted().map(Names::word).collect(Collectors.joining(" ")));
        return cells;
    }

    private static String month(Optional<Money> month) {
        return month.map(Money::digits).orElseGet(() -> TEXTS.get("prices.unpriced"));
    }

    private static String json(List<Compared> all, @Nullable Plan plan, ServiceTier tier, LocalDate day) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        if (plan != null) {
            root.put("plan", plan.name());
            root.put("currency", plan.currency().code());
        }
        root.put("tier", Names.word(tier));
        root.put("asOf", day.toString());
        JsonText.each(root, "models", all, (node, one) -> {
            node.put("model", one.ref.toString());
            one.quote.ifPresent(q -> {
                DifferenceJson.card(node.putObject("price"), q.fact());
                JsonText.texts(
                        node,
                        "marks",
                        q.marks().stream().sorted().map(Names::word).toList());
            });
            one.on.ifPresent(on -> {
                on.today().ifPresent(m -> node.set("todayPerMonth", JsonText.number(m.value())));
                on.caching().ifPresent(m -> node.set("promptCachingPerMonth", JsonText.number(m.value())));
                node.put("able", on.fit());
                JsonText.texts(node, "why", on.why());
            });
        });
        return JsonText.write(root);
    }
}
