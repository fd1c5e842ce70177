package app.steelyard.cli.prices;

import app.steelyard.app.plan.PlanSource;
import app.steelyard.app.plan.UnlistedModel;
import app.steelyard.cli.terminal.Arguments;
import app.steelyard.cli.terminal.Console;
import app.steelyard.cli.terminal.ConsoleCommand;
import app.steelyard.cli.terminal.ExitCodes;
import app.steelyard.document.AgreedFile;
import app.steelyard.document.PlanFile;
import app.steelyard.plan.Contract;
import app.steelyard.plan.Contract.Commitment;
import app.steelyard.plan.Contract.Credit;
import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.Contract.PriceKind;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.plan.check.ContractValidator;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.contract.DiscountWords;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Problem;
import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import app.steelyard.text.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Lists and changes what is agreed with vendors: discounts, commitments, credits, tax. */
@Command(name = "discount")
public final class PricesDiscountCommand extends ConsoleCommand {
    private static final Texts TEXTS = Console.TEXTS;

    private final AgreedFile all;

    @Parameters(index = "0", arity = "0..1", paramLabel = "WHAT", descriptionKey = "WHAT")
    private @Nullable String what;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SHARE",
            descriptionKey = "SHARE",
            converter = Arguments.Share.class)
    private @Nullable Double share;

    @Option(names = "--plan", paramLabel = "PLAN")
    private @Nullable String plan;

    @Option(names = "--remove")
    private boolean remove;

    @Option(names = "--kind", paramLabel = "KIND")
    private @Nullable List<PriceKind> kinds;

    @Option(names = "--tier", paramLabel = "TIER")
    private @Nullable ServiceTier tier;

    @Option(names = "--from", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate from;

    @Option(names = "--until", paramLabel = "DATE", converter = Arguments.Day.class)
    private @Nullable LocalDate until;

    @Option(names = "--above", paramLabel = "MONEY", converter = Amount.class)
    private @Nullable Double above;

    @Option(names = "--above-tokens", paramLabel = "TOKENS", converter = Amount.class)
    private @Nullable Double aboveTokens;

    @Option(names = "--commit", paramLabel = "MONEY", converter = Amount.class)
    private @Nullable Double commit;

    @Option(names = "--others", paramLabel = "MONEY", converter = Amount.class)
    private @Nullable Double others;

    @Option(names = "--credit", paramLabel = "MONEY", converter = Amount.class)
    private @Nullable Double credit;

    @Option(names = "--tax", paramLabel = "SHARE", converter = Arguments.Share.class)
    private @Nullable Double tax;

    @Option(names = "--source", paramLabel = "TEXT")
    private @Nullable String source;

    /** A number such as 50k, in the plan's currency or of tokens. */
    static final class Amount implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            try {
                return NumberReader.plain().read(value, Unit.COUNT).orThrow();
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** @param all where what is agreed for all plans is kept */
    public PricesDiscountCommand(Console console, AgreedFile all) {
        super(console);
        this.all = all;
    }

    @Override
    public Integer call() {
        boolean terms = Stream.of(share, commit, credit, tax).anyMatch(Objects::nonNull);
        if (what == null && !terms && !remove) {
            return list();
        }
        if (remove && terms) {
            throw wrong(TEXTS.get("prices.discount.remove"));
        }
        if (!remove && !terms) {
            throw wrong(TEXTS.get("prices.discount.share"));
        }
        if (share == null && Stream.of(kinds, tier, above, aboveTokens).anyMatch(Objects::nonNull)) {
            throw wrong(TEXTS.get("prices.discount.ofShare"));
        }
        if (commit == null && others != null) {
            throw wrong(TEXTS.get("prices.discount.ofCommitment"));
        }
        if (what == null && (remove || share != null || commit != null || credit != null)) {
            throw wrong(TEXTS.get("prices.discount.what"));
        }
        change(remove ? this::without : this::with);
        return list();
    }

    private void change(UnaryOperator<Contract> edit) {
        if (plan == null) {
            all.write(edit.apply(agreed()));
            return;
        }
        PlanFile file = PlanFile.open(PlanSource.path(plan));
        PlanFile.save(
                file.path(), file.plan().withContract(edit.apply(file.plan().contract())), file);
    }

    private Contract with(Contract contract) {
        Contract changed = contract;
        if (what != null) {
            Discount named = named(what);
            if (share != null) {
                changed = changed.with(new Discount(
                        named.vendor(), share, named.model(), kinds, tier, above, aboveTokens, from, until, source));
            }
            if (commit != null) {
                changed = changed.with(new Commitment(named.vendor(), commit, others, from, until, source));
            }
            if (credit != null) {
                changed = changed.with(new Credit(named.vendor(), credit, from, until, source));
            }
        }
        if (tax != null) {
            changed = changed.withTax(tax == 0 ? null : tax);
        }
        List<Problem> problems = ContractValidator.validate(changed);
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return changed;
    }

    private Contract without(Contract contract) {
        String of = String.valueOf(what);
        Contract changed = contract.without(of);
        if (changed.equals(contract)) {
            throw new Refusal(TEXTS.get("prices.discount.nothing", of));
        }
        return changed;
    }

    /** A vendor, a model or a family, which has to be known. */
    private Discount named(String text) {
        PriceBook book = console.book();
        int slash = text.indexOf('/');
        String vendor = slash < 0 ? text : text.substring(0, slash);
        TreeSet<String> vendors = new TreeSet<>();
        book.profiles().forEach(p -> vendors.add(p.vendor()));
        if (!vendors.contains(vendor) && book.of(vendor).isEmpty()) {
            throw new Refusal(TEXTS.get("vendor.unknown", vendor, String.join(", ", vendors)));
        }
        if (slash < 0) {
            return new Discount(vendor, 0);
        }
        String id = text.substring(slash + 1);
        if (!id.endsWith(Discount.FAMILY)) {
            PriceRef ref = PriceRef.parse(text);
            if (book.model(ref).isEmpty() && book.service(ref).isEmpty()) {
                boolean family =
                        book.models().stream().anyMatch(m -> m.ref().toString().startsWith(text));
                throw family
                        ? new Refusal(TEXTS.get("prices.discount.model", text, vendor, id))
                        : UnlistedModel.refused(ref, book);
            }
        }
        return new Discount(vendor, 0, id, null, null, null, null, null, null, null);
    }

    private int list() {
        Contract contract = plan == null ? agreed() : PlanSource.read(plan).contract();
        List<String> lines = new ArrayList<>();
        DiscountWords.of(contract).forEach(l -> lines.add("  " + l));
        String title = plan == null ? TEXTS.get("prices.discount.all") : TEXTS.get("prices.discount.plan", plan);
        console.out().println(lines.isEmpty() ? TEXTS.get("prices.discount.none") : title);
        lines.forEach(console.out()::println);
        return ExitCodes.DONE;
    }

    private Contract agreed() {
        AgreedFile.Read read = all.read();
        if (!read.problems().isEmpty()) {
            throw new Refusal(read.problems());
        }
        return read.contract();
    }
}
