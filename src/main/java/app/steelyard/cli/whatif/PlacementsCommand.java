package app.steelyard.cli.whatif;

import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.Profile;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Refusal;
import app.steelyard.text.Unit;
import app.steelyard.whatif.placement.Constraints;
import app.steelyard.whatif.placement.ModelChoice;
import app.steelyard.whatif.placement.PlacementSearch;
import app.steelyard.whatif.placement.Placements;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Searches every placement of every item for the cheapest that keeps to constraints. */
@Command(name = "placements")
public final class PlacementsCommand extends PlanCommand {
    /** Stands for every vendor of whom there is a profile. */
    private static final String ALL = "all";

    @Option(names = "--max-first-token", paramLabel = "S")
    private @Nullable String firstToken;

    @Option(names = "--personal", paramLabel = "ITEM", split = ",")
    private List<String> personal = new ArrayList<>();

    @Option(names = "--vendor", paramLabel = "VENDOR", split = ",")
    private List<String> vendors = new ArrayList<>();

    @Option(names = "--model", paramLabel = "VENDOR/ID", split = ",", converter = Arguments.Reference.class)
    private List<PriceRef> models = new ArrayList<>();

    @Option(names = "--catalogue")
    private boolean catalogue;

    @Option(names = "--region", paramLabel = "PLACE", defaultValue = "")
    private String region = "";

    @Option(names = "--min-window", paramLabel = "TOKENS")
    private @Nullable String window;

    @Option(names = "--min-success", paramLabel = "SHARE", converter = Arguments.Share.class, defaultValue = "0")
    private double success;

    @Option(names = "--retiring")
    private boolean retiring;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public PlacementsCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        double limit = limit();
        Plan read = read();
        PriceBook book = console.book(read);
        Constraints usual = Constraints.of(read);
        Constraints constraints = usual.withPersonal(personal(read, usual))
                .withFirstTokenSeconds(limit)
                .withModels(models(book));
        PlacementSearch search = Placements.of(read, book, constraints);
        PlacementsFound found = new PlacementsFound(read, book, constraints, search);
        return print(format, () -> found.text(), () -> JsonText.write(found.json()));
    }

    private double limit() {
        if (firstToken == null) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double seconds = NumberReader.plain().read(firstToken, Unit.SECONDS).orThrow();
            if (seconds > 0) {
                return seconds;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        throw wrong(Console.TEXTS.get("placements.limit"));
    }

    /** Those named, besides what belongs to one tenant or user, which always is. */
    private Set<String> personal(Plan read, Constraints usual) {
        List<String> ids = read.items().stream().map(ContextItem::id).toList();
        for (String id : personal) {
            if (!ids.contains(id)) {
                throw new Refusal(Console.TEXTS.get("placements.item", id, String.join(", ", ids)));
            }
        }
        return Stream.concat(usual.personal().stream(), personal.stream()).collect(Collectors.toSet());
    }

    private ModelChoice models(PriceBook book) {
        for (PriceRef model : models) {
            if (book.model(model).isEmpty()) {
                throw UnlistedModel.refused(model, book);
            }
        }
        Set<String> listed = book.models().stream().map(m -> m.ref().vendor()).collect(Collectors.toSet());
        Set<String> wanted = vendors.contains(ALL)
                ? book.profiles().stream()
                        .filter(p -> !p.asPublished())
                        .map(Profile::vendor)
                        .collect(Collectors.toSet())
                : new LinkedHashSet<>(vendors);
        for (String vendor : vendors) {
            boolean known = vendor.equals(ALL)
                    || listed.contains(vendor)
                    || catalogue && !book.of(vendor).isEmpty();
            if (!known) {
                throw new Refusal(Console.TEXTS.get(
                        "vendor.unknown", vendor, listed.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
        return new ModelChoice(models, wanted, catalogue, region.toLowerCase(Locale.ROOT), tokens(), success, retiring);
    }

    private double tokens() {
        if (window == null) {
            return 0;
        }
        try {
            return NumberReader.plain().read(window, Unit.TOKENS).orThrow();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }
}
