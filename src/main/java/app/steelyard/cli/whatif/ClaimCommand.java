package app.steelyard.cli.whatif;

import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.cli.terminal.PlanCommand;
import app.steelyard.cost.Comparison;
import app.steelyard.json.JsonText;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Alike;
import app.steelyard.text.NumberReader;
import app.steelyard.whatif.search.Claim;
import app.steelyard.whatif.search.PublishedClaim;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a claim, or all published ones, against a plan. */
@Command(name = "claim")
public final class ClaimCommand extends PlanCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "CLAIM", descriptionKey = "CLAIM")
    private @Nullable String claim;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private Arguments.PlainFormat format = Arguments.PlainFormat.text;

    public ClaimCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        List<PublishedClaim> shipped = PublishedClaim.shipped();
        String wanted = claim;
        Optional<PublishedClaim> published =
                shipped.stream().filter(p -> p.id().equals(wanted)).findFirst();
        Plan read = read();
        NumberReader numbers = NumberReader.plain(read.finance().currency());
        Claim one = wanted == null
                ? null
                : published.map(PublishedClaim::claim).orElseGet(() -> parse(wanted, shipped, numbers));
        PriceBook book = console.book(read);
        if (one == null) {
            Claims claims = new Claims(read, shipped, Comparison.of(read, book));
            print(claims.text(), JsonText.write(claims.json()));
        } else {
            ClaimResult result = new ClaimResult(read, published, one.check(read, book));
            print(result.text(), JsonText.write(result.json()));
        }
        return ExitCodes.DONE;
    }

    private void print(String text, String json) {
        console.out().print(format == Arguments.PlainFormat.text ? text : json);
    }

    private Claim parse(String text, List<PublishedClaim> shipped, NumberReader numbers) {
        try {
            return Claim.parse(text, numbers);
        } catch (IllegalArgumentException e) {
            // One word is no condition that went wrong, but an id.
            String said = text.strip().matches("[\\w.-]+") ? unknown(text.strip(), shipped) : e.getMessage();
            throw wrong(String.valueOf(said));
        }
    }

    private static String unknown(String id, List<PublishedClaim> shipped) {
        List<String> alike =
                Alike.to(id, shipped.stream().map(PublishedClaim::id).toList(), '.');
        String list = shipped.stream()
                .map(p -> "\n  " + Console.TEXTS.get("claim.condition", p.id(), p.title()))
                .collect(Collectors.joining());
        return Console.TEXTS.get(
                alike.isEmpty() ? "claim.unknown" : "claim.unknown.alike", id, list, String.join(", ", alike));
    }
}
