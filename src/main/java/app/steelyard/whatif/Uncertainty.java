package app.steelyard.whatif;

import app.steelyard.cost.Architecture;
import app.steelyard.cost.Batch;
import app.steelyard.plan.Design;
import app.steelyard.plan.Plan;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * All that is known of how sure a plan's answer is, for whoever writes it down in full.
 *
 * @param design index among the simulation's architectures of the one whose saving is meant; empty where none can do the job
 * @param saving of that design against today's; empty where either is not known
 * @param oneAtATime what each number alone does to that saving
 * @param byRank how the ranks of each number go with it
 * @param scenarios the plan and its scenarios; one column where it has none
 */
public record Uncertainty(
        Simulation simulation,
        OptionalInt design,
        Optional<Saved> saving,
        Information information,
        List<Bar> oneAtATime,
        List<RankBar> byRank,
        List<SwitchingValue> switching,
        ScenarioTable scenarios) {

    private static final Texts TEXTS = Texts.of(Uncertainty.class);

    public Uncertainty {
        oneAtATime = List.copyOf(oneAtATime);
        byRank = List.copyOf(byRank);
        switching = List.copyOf(switching);
    }

    /**
     * Computes it.
     *
     * @param batch of a plan with at least one range
     * @param design whose saving is meant; empty for the one that is cheapest at the plan's own numbers
     * @throws ContradictionException if the plan's correlations cannot hold together
     * @throws java.util.concurrent.CancellationException once cancelled
     */
    public static Uncertainty of(
            Batch batch, PriceBook book, Optional<Design> design, Settings settings, BooleanSupplier cancelled) {
        Plan plan = batch.plan();
        Assumptions assumptions = Assumptions.of(plan);
        Simulation simulation = Simulation.run(batch, settings, cancelled);
        int index = design.map(d -> indexOf(batch, d)).orElse(simulation.reference());
        boolean known = index >= 0;
        return new Uncertainty(
                simulation,
                known ? OptionalInt.of(index) : OptionalInt.empty(),
                known ? simulation.saving(index) : Optional.empty(),
                Information.of(simulation, cancelled),
                known ? Tornado.oneAtATime(batch, assumptions, index) : List.of(),
                known ? Tornado.byRank(simulation, index, cancelled) : List.of(),
                Switching.of(plan, book, cancelled),
                ScenarioTable.of(plan, book));
    }

    /** The index of {@code design} among those of {@code batch} that have a price; −1 where it is not there. */
    public static int indexOf(Batch batch, Design design) {
        return Subject.of(design).indexIn(batch.plan(), batch.architectures());
    }

    public Plan plan() {
        return simulation.batch().plan();
    }

    /** The answer in a few sentences: what is cheapest, how surely, what it saves, and what to measure first. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(cheapest());
        saved().ifPresent(sentences::add);
        sentences.add(measure());
        return List.copyOf(sentences);
    }

    private String cheapest() {
        List<Option> options = simulation.options();
        if (simulation.reference() < 0) {
            return TEXTS.get("uncertainty.none", Numbers.percent(simulation.noneFeasible()));
        }
        Option base = options.get(simulation.reference());
        Option often = options.get(IntStream.range(0, options.size())
                .reduce((a, b) ->
                        options.get(b).probabilityCheapest() > options.get(a).probabilityCheapest() ? b : a)
                .orElseThrow());
        String share = Numbers.percent(base.probabilityCheapest());
        String error = Numbers.percent(base.probabilityStandardError());
        return often.probabilityCheapest() <= base.probabilityCheapest()
                ? TEXTS.get("uncertainty.cheapest", name(base.architecture()), share, error)
                : TEXTS.get(
                        "uncertainty.other",
                        name(base.architecture()),
                        share,
                        error,
                        name(often.architecture()),
                        Numbers.percent(often.probabilityCheapest()),
                        Numbers.percent(often.probabilityStandardError()));
    }

    private Optional<String> saved() {
        if (design.isEmpty() || design.getAsInt() == simulation.today()) {
            return Optional.empty();
        }
        return saving.map(s -> TEXTS.get(
                "uncertainty.saves",
                name(simulation.options().get(design.getAsInt()).architecture()),
                name(simulation.options().get(simulation.today()).architecture()),
                money(s.p10()),
                money(s.p90()),
                Numbers.percent(s.probabilityOfLoss())));
    }

    private String measure() {
        Optional<Worth> first =
                information.worths().stream().filter(w -> !w.negligible()).findFirst();
        return first.map(w -> TEXTS.get(
                        "uncertainty.measure",
                        NumberNames.of(plan(), w.assumption().number()),
                        money(w.value()),
                        money(w.standardError())))
                .orElseGet(() -> TEXTS.get(
                        "uncertainty.measure.none",
                        money(information.total()),
                        money(information.totalStandardError())));
    }

    private String money(double value) {
        return Numbers.moneyShort(value, plan().finance().currency());
    }

    private static String name(Architecture architecture) {
        return Names.of(architecture.design());
    }
}
