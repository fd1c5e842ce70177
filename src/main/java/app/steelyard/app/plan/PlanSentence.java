package app.steelyard.app.plan;

import app.steelyard.plan.Contract.Discount;
import app.steelyard.plan.ItemNumber;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.PlanNumber;
import app.steelyard.plan.bill.Way;
import app.steelyard.plan.check.Assumed;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.session.GapStep;
import app.steelyard.pricing.CacheLifetime;
import app.steelyard.pricing.CachePolicy;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.text.Amount;
import app.steelyard.text.Currency;
import app.steelyard.text.Money;
import app.steelyard.text.Names;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import app.steelyard.text.Typing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a plan states, as people say it: sentences whose words are its numbers and choices. */
public enum PlanSentence {
    /** Conversations and turns where there are any, requests where not. */
    TRAFFIC,
    /** The model, its prices, and how long its cache keeps. */
    MODEL,
    /** How often it succeeds, and what a failure costs. */
    OUTCOME,
    /** Over which time, at which discount, in which currency. */
    MONEY;

    private static final Texts TEXTS = Texts.of(PlanSentence.class);
    /** Stands in a sentence where a word goes. */
    private static final Pattern PLACE = Pattern.compile("\ue000(\\d+)\ue000");

    /** A piece of the text. */
    public sealed interface Part {
        String text();
    }

    /** What only joins. */
    public record Plain(String text) implements Part {}

    /** What may be changed. */
    public sealed interface Word extends Part {
        /** By which the input of it is found. */
        String id();
    }

    /**
     * A number of the plan.
     *
     * @param assumed whether nobody has stated it yet
     */
    public record NumberWord(PlanNumber number, String text, boolean assumed) implements Word {
        @Override
        public String id() {
            return number.path();
        }
    }

    /** One of several. */
    public record ChoiceWord(PlanChoice choice, String text) implements Word {
        @Override
        public String id() {
            return choice.id();
        }
    }

    /** What is agreed about the model's prices. */
    public record AgreedWord(ContractNumber number, String text) implements Word {
        @Override
        public String id() {
            return "contract." + Names.word(number);
        }
    }

    /**
     * A part of a sentence.
     *
     * @param key of its text
     * @param words that stand in it
     */
    private record Clause(String key, List<Word> words) {
        static Clause of(String key, Plan plan, PlanNumber... numbers) {
            List<Word> words = new ArrayList<>();
            for (PlanNumber number : numbers) {
                words.add(number(number, plan));
            }
            return new Clause(key, words);
        }

        static Word number(PlanNumber number, Plan plan) {
            return new NumberWord(number, shown(number, plan), Assumed.is(plan, number));
        }
    }

    /** What {@code plan} states. */
    public List<Part> of(Plan plan, PriceBook book) {
        List<Part> parts = new ArrayList<>();
        List<Clause> clauses = switch (this) {
            case TRAFFIC -> traffic(plan);
            case MODEL -> model(plan, book);
            case OUTCOME -> outcome(plan);
            case MONEY -> money(plan);
        };
        clauses.forEach(clause -> parts.addAll(parts(clause)));
        return parts;
    }

    private static List<Clause> traffic(Plan plan) {
        List<Clause> clauses = new ArrayList<>();
        if (PlanField.TURNS.matters(plan)) {
            boolean counted = !Double.isNaN(PlanField.SESSIONS_PER_MONTH.get(plan));
            Optional<TurnQuantiles> turns = TurnQuantiles.of(plan);
            clauses.add(Clause.of(
                    counted ? "traffic.sessions" : "traffic.turns",
                    plan,
                    counted ? PlanField.SESSIONS_PER_MONTH : PlanField.REQUESTS_PER_MONTH,
                    PlanField.TURNS));
            turns.ifPresent(t -> clauses.add(new Clause(
                    "traffic.spread",
                    List.of(new NumberWord(
                            PlanField.TURNS_SPREAD, spread(t), Assumed.is(plan, PlanField.TURNS_SPREAD))))));
            if (PlanField.GAP_MEDIAN.matters(plan)) {
                clauses.add(Clause.of("traffic.gap", plan, PlanField.GAP_MEDIAN));
            }
            List<GapStep> gaps = plan.traffic().sessions().measuredGaps();
            if (!gaps.isEmpty()) {
                clauses.add(new Clause("traffic.gaps", List.of(new ChoiceWord(PlanChoice.GAPS, GapWords.of(gaps)))));
            }
            plan.items().stream()
                    .filter(i -> i.growing().grows())
                    .map(ContextItem::id)
                    .findFirst()
                    .ifPresent(id -> clauses.add(
                            Clause.of("traffic.grows", plan, new ItemNumber(id, ItemNumber.Kind.PER_TURN))));
        } else {
            clauses.add(Clause.of("traffic.single", plan, PlanField.REQUESTS_PER_MONTH));
        }
        clauses.add(Clause.of("traffic.answer", plan, PlanField.OUTPUT_TOKENS));
        clauses.add(
                PlanField.ACTIVE_HOURS_PER_DAY.get(plan) >= 24
                        ? Clause.of("traffic.steady", plan, PlanField.GROWTH_PER_MONTH, PlanField.ACTIVE_HOURS_PER_DAY)
                        : Clause.of(
                                "traffic.busy",
                                plan,
                                PlanField.GROWTH_PER_MONTH,
                                PlanField.ACTIVE_SHARE,
                                PlanField.ACTIVE_HOURS_PER_DAY));
        return clauses;
    }

    private static String spread(TurnQuantiles turns) {
        return turns.alike()
                ? TEXTS.get("traffic.spread.alike")
                : TEXTS.get("traffic.spread.unlike", Numbers.count(turns.half()), Numbers.count(turns.most()));
    }

    private static List<Clause> model(Plan plan, PriceBook book) {
        List<Clause> clauses = new ArrayList<>();
        String model = book.model(plan.inference().model())
                .map(Model::name)
                .orElse(plan.inference().model().toString());
        clauses.add(new Clause(
                "model.runs",
                List.of(
                        new ChoiceWord(PlanChoice.MODEL, model),
                        new ChoiceWord(
                                PlanChoice.TIER, Names.of(plan.inference().tier())),
                        new ChoiceWord(
                                PlanChoice.PRICES_AS_OF,
                                plan.inference().pricesAsOf().toString()))));
        clauses.add(new Clause("model.agreed", List.of(new AgreedWord(ContractNumber.OFF, off(plan, book)))));
        for (Way way : Way.values()) {
            PlanField share = PlanField.served(way);
            if (share.get(plan) > 0) {
                clauses.add(Clause.of("model.served." + way, plan, share));
            }
        }
        Optional<CachePolicy> policy = book.cachePolicy(
                        plan.inference().model(), plan.inference().pricesAsOf())
                .map(q -> q.fact());
        Optional<CacheLifetime> kept =
                policy.flatMap(p -> p.lifetime(plan.caching().lifetime()));
        kept.ifPresent(l -> clauses.add(new Clause(
                "model.cache",
                List.of(new ChoiceWord(
                        PlanChoice.LIFETIME, TEXTS.get("model.lifetime", l.name(), Names.of(l.refresh())))))));
        boolean measured = !Double.isNaN(PlanField.MEASURED_HIT_RATE.get(plan));
        clauses.add(
                measured
                        ? Clause.of("model.measured", plan, PlanField.MEASURED_HIT_RATE)
                        : new Clause("end", List.of()));
        return clauses;
    }

    /** What is off the model's prices on the day of these, by this plan or by what is agreed for all. */
    private static String off(Plan plan, PriceBook book) {
        List<Discount> held =
                plan.contract().over(book.contract()).on(plan.inference().pricesAsOf()).discounts().stream()
                        .filter(d -> d.about(plan.inference().model()))
                        .toList();
        if (held.isEmpty()) {
            return TEXTS.get("model.agreed.nothing");
        }
        Discount first = held.getFirst();
        boolean ofAll = held.size() == 1 && first.kinds() == null && first.tier() == null && !first.tiered();
        return ofAll ? Numbers.percent(first.off()) : TEXTS.get("model.agreed.some");
    }

    private static List<Clause> outcome(Plan plan) {
        List<Clause> clauses = new ArrayList<>();
        boolean sessions = PlanField.TURNS.matters(plan);
        boolean stated = !plan.outcome().unstated();
        clauses.add(Clause.of(
                (sessions ? "outcome.session" : "outcome.request") + (stated ? "" : ".unstated"),
                plan,
                stated
                        ? new PlanNumber[] {
                            PlanField.SUCCESS_PROMPTED, PlanField.SUCCESS_TUNED, PlanField.SUCCESS_RETRIEVED
                        }
                        : new PlanNumber[] {PlanField.SUCCESS_PROMPTED}));
        clauses.add(
                Double.isNaN(PlanField.FAILURE_MINUTES.get(plan))
                        ? Clause.of("outcome.cost", plan, PlanField.FAILURE_COST)
                        : Clause.of("outcome.minutes", plan, PlanField.FAILURE_MINUTES, PlanField.FAILURE_HOURLY_RATE));
        if (stated) {
            boolean retried = !Double.isNaN(PlanField.RETRY_SUCCESS.get(plan));
            clauses.add(
                    retried
                            ? Clause.of("outcome.retried", plan, PlanField.RETRY_SUCCESS, PlanField.RETRY_COST)
                            : new Clause(
                                    "outcome.once",
                                    List.of(new NumberWord(
                                            PlanField.RETRY_SUCCESS, TEXTS.get("outcome.noRetry"), false))));
        }
        clauses.add(new Clause("end", List.of()));
        return clauses;
    }

    private static List<Clause> money(Plan plan) {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(Clause.of("money.horizon", plan, PlanField.HORIZON_MONTHS, PlanField.DISCOUNT_RATE));
        clauses.add(new Clause(
                "money.currency",
                List.of(new ChoiceWord(PlanChoice.CURRENCY, plan.currency().code()))));
        if (!plan.currency().equals(Currency.USD)) {
            clauses.add(Clause.of("money.rate", plan, PlanField.EXCHANGE_RATE));
        }
        clauses.add(new Clause(
                "money.timing",
                List.of(
                        new ChoiceWord(
                                PlanChoice.TIMING,
                                TEXTS.get("timing." + plan.finance().timing())),
                        Clause.number(PlanField.ENGINEERING_WEEK_COST, plan))));
        if (!Double.isNaN(PlanField.PRICE_TREND.get(plan))) {
            clauses.add(Clause.of("money.trend", plan, PlanField.PRICE_TREND));
        }
        return clauses;
    }

    private static List<Part> parts(Clause clause) {
        Object[] places = new Object[clause.words().size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = "\ue000" + i + "\ue000";
        }
        String sentence = TEXTS.get(clause.key(), places);
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(sentence);
        int from = 0;
        while (place.find()) {
            plain(sentence.substring(from, place.start()), parts);
            parts.add(clause.words().get(Integer.parseInt(place.group(1))));
            from = place.end();
        }
        plain(sentence.substring(from), parts);
        return parts;
    }

    /** With its range, if it has one. */
    private static String shown(PlanNumber number, Plan plan) {
        double value = number.get(plan);
        if (Double.isNaN(value)) {
            return TEXTS.get("word.unstated");
        }
        String alone = alone(number, plan, value);
        return plan.whatIf()
                .range(number.path())
                .map(r -> RangeWords.of(alone, r, end -> Typing.of(told(end), number.unit())))
                .orElse(alone);
    }

    /** With three digits where it is no whole number. */
    private static double told(double value) {
        boolean exact = value == Math.rint(value) || Math.abs(value) < 1;
        return exact ? value : new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }

    private static String alone(PlanNumber number, Plan plan, double value) {
        double told = told(value);
        Amount amount = plan.currency().of(told, number.unit());
        return amount instanceof Money money && told != Math.rint(told) ? money.price() : Typing.withUnit(amount);
    }

    private static void plain(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Plain(text));
        }
    }
}
