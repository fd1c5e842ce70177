package app.steelyard.pricing;

import app.steelyard.plan.Contract;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.text.Alike;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every profile there is, asked by reference and day. Immutable. */
public final class PriceBook {
    /** A price read more days ago than this is marked stale. */
    public static final int STALE_AFTER_DAYS = 90;

    /** Of a price, where it comes from. */
    private static final Set<PriceMark> ORIGINS =
            EnumSet.of(PriceMark.OWN, PriceMark.CATALOGUE, PriceMark.AS_PUBLISHED);

    private final List<Profile> profiles;
    private final Map<PriceRef, Entry<Model>> models = new LinkedHashMap<>();
    private final Map<PriceRef, Entry<Service>> services = new LinkedHashMap<>();

    /** Remembered, since a search over placements asks for each of them. */
    private final Map<PriceRef, List<PriceRef>> modelsLike = new ConcurrentHashMap<>();

    private final Map<PriceRef, List<PriceRef>> servicesLike = new ConcurrentHashMap<>();

    /** What no profile has. */
    private final Behind behind;

    private final Overlay overlay;

    private final List<Profile> shipped;
    private final List<Profile> own;

    /** What is agreed with vendors for all plans. */
    private final Contract contract;

    private final Paid paid;

    /** What is paid of listed rates on a day. */
    public interface Paid {
        Quote<RateCard> of(PriceRef ref, Quote<RateCard> listed, LocalDate day);
    }

    /** Remembered, since each is put together anew; unlike what is unknown, as names that nobody knows are without number. */
    private final Map<PriceRef, Entry<Model>> foundBehind = new ConcurrentHashMap<>();

    /** @param laid where prices come from that were laid over the others */
    private record Entry<T>(T value, Set<PriceMark> marks, Map<RateCard, PriceMark> laid) {
        Entry<T> derived(T other, Map<RateCard, PriceMark> over) {
            EnumSet<PriceMark> all = EnumSet.of(PriceMark.DERIVED);
            all.addAll(marks);
            return new Entry<>(other, all, over);
        }

        /** Of what is no cache's rule. */
        Set<PriceMark> priceMarks() {
            EnumSet<PriceMark> all = EnumSet.noneOf(PriceMark.class);
            all.addAll(marks);
            all.remove(PriceMark.DERIVED);
            return all;
        }
    }

    /**
     * @param shipped the profiles that come with the program
     * @param own the user's; a model or service of theirs takes the place of one shipped under the same reference
     */
    public PriceBook(List<Profile> shipped, List<Profile> own) {
        this(shipped, own, (Behind) ref -> Optional.empty());
    }

    /**
     * The same before a catalogue, whose prices are marked.
     *
     * @param behind the catalogue, for what no profile has
     */
    public PriceBook(List<Profile> shipped, List<Profile> own, Behind behind) {
        this(shipped, own, behind, Overlay.NONE, Contract.NONE, (ref, listed, day) -> listed);
    }

    private PriceBook(
            List<Profile> shipped, List<Profile> own, Behind behind, Overlay overlay, Contract contract, Paid paid) {
        this.behind = behind;
        this.overlay = overlay;
        this.paid = paid;
        this.shipped = List.copyOf(shipped);
        this.own = List.copyOf(own);
        this.contract = contract;
        List<Profile> all = new ArrayList<>(shipped);
        all.addAll(own);
        this.profiles = List.copyOf(all);
        shipped.forEach(p -> add(p, EnumSet.noneOf(PriceMark.class)));
        own.forEach(p -> add(p, EnumSet.of(PriceMark.OWN)));
        overlay.refs().stream()
                .filter(r -> models.containsKey(r) || overlay.isOwn(r))
                .forEach(r -> over(r, models.get(r)).ifPresent(e -> models.put(r, e)));
    }

    private Optional<Entry<Model>> over(PriceRef ref, @Nullable Entry<Model> below) {
        Entry<Model> under = below == null
                ? behind.model(ref)
                        .map(this::seeing)
                        .map(m -> new Entry<>(m, EnumSet.of(PriceMark.CATALOGUE), Map.<RateCard, PriceMark>of()))
                        .orElse(null)
                : below;
        return overlay.over(ref, under == null ? null : under.value)
                .map(o -> new Entry<>(
                        o.model(), under == null ? EnumSet.noneOf(PriceMark.class) : under.marks, o.marks()))
                .map(e -> below == null ? withCache(e) : e);
    }

    /** Public data states the price of an image's token where it has one of its own, and says nothing where it costs what text does. */
    private Model seeing(Model model) {
        return profiles.stream()
                .filter(p -> p.vendor().equals(model.ref().vendor()))
                .map(p -> p.asTextLike(model))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .map(model::asText)
                .orElse(model);
    }

    /** The vendor's other models say how the cache of one works of which only the prices are known. */
    private Entry<Model> withCache(Entry<Model> entry) {
        Model model = entry.value;
        if (!model.cachePolicies().isEmpty()
                || model.rates().stream().allMatch(r -> r.prices().cachedRead() == null)) {
            return entry;
        }
        List<CachePolicy> like = profiles.stream()
                .filter(p -> p.vendor().equals(model.ref().vendor()))
                .map(p -> p.cachesLike(model))
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse(List.of());
        Map<RateCard, PriceMark> laid = new HashMap<>();
        entry.laid.forEach((card, mark) -> laid.put(Overlay.named(card, like), mark));
        return like.isEmpty() ? entry : entry.derived(model.withCaches(like), laid);
    }

    private void add(Profile profile, Set<PriceMark> marks) {
        if (profile.asPublished()) {
            marks.add(PriceMark.AS_PUBLISHED);
        }
        profile.models().forEach(m -> models.put(m.ref(), new Entry<>(m, marks, Map.of())));
        profile.services().forEach(s -> services.put(s.ref(), new Entry<>(s, marks, Map.of())));
    }

    /** The same prices, where that is agreed with vendors for all plans; what it answers are list prices still. */
    public PriceBook with(Contract agreed) {
        return new PriceBook(shipped, own, behind, overlay, agreed, paid);
    }

    /** The same with what a person added. */
    public PriceBook with(Overlay added) {
        return new PriceBook(shipped, own, behind, added, contract, paid);
    }

    /** What a person added. */
    public Overlay overlay() {
        return overlay;
    }

    /** A book that answers what is paid for tokens in the place of what is listed. */
    public PriceBook paying(Paid agreed) {
        return new PriceBook(shipped, own, behind, overlay, contract, agreed);
    }

    /** What is agreed with vendors for all plans. */
    public Contract contract() {
        return contract;
    }

    /** All profiles, the user's own last. */
    public List<Profile> profiles() {
        return profiles;
    }

    /** All models of profiles, in their order; the catalogue has others. */
    public List<Model> models() {
        return models.values().stream().map(Entry::value).toList();
    }

    /** All models there are: those of profiles, what a person added, and those of the catalogue, each once. */
    public List<PriceRef> all() {
        return distinct(behind.all().stream(), r -> true);
    }

    /** All of a vendor's models, in the same order. */
    public List<PriceRef> of(String vendor) {
        return distinct(behind.of(vendor).stream(), r -> r.vendor().equals(vendor));
    }

    private List<PriceRef> distinct(Stream<PriceRef> catalogue, Predicate<PriceRef> wanted) {
        return Stream.of(models.keySet().stream(), overlay.refs().stream(), catalogue)
                .flatMap(s -> s)
                .filter(wanted)
                .distinct()
                .toList();
    }

    /** The models that somebody sells under that id without its being in a profile, in whatever case. */
    public List<PriceRef> called(String id) {
        return Stream.concat(overlay.called(id).stream(), behind.called(id).stream())
                .distinct()
                .toList();
    }

    /** As what a name is priced, as a person said. */
    public Optional<PriceRef> named(String name) {
        return overlay.named(name).filter(r -> model(r).isPresent());
    }

    /** All services, in the profiles' order. */
    public List<Service> services() {
        return services.values().stream().map(Entry::value).toList();
    }

    /** The model of a profile, or else of the catalogue. */
    public Optional<Model> model(PriceRef ref) {
        return entry(ref).map(Entry::value);
    }

    /** Whether a profile has it, and not the catalogue alone. */
    public boolean isChecked(PriceRef ref) {
        return models.containsKey(ref);
    }

    private Optional<Entry<Model>> entry(PriceRef ref) {
        Entry<Model> checked = models.get(ref);
        if (checked != null) {
            return Optional.of(checked);
        }
        Optional<Entry<Model>> found = Optional.ofNullable(foundBehind.get(ref)).or(() -> over(ref, null));
        found.ifPresent(e -> foundBehind.put(ref, e));
        return found;
    }

    public Optional<Service> service(PriceRef ref) {
        return Optional.ofNullable(services.get(ref)).map(Entry::value);
    }

    /** The models whose references are most like {@code ref}, the nearest first; empty where none is. */
    public List<PriceRef> modelsLike(PriceRef ref) {
        return modelsLike.computeIfAbsent(ref, r -> like(r, all()));
    }

    /** The services whose references are most like {@code ref}, the nearest first; empty where none is. */
    public List<PriceRef> servicesLike(PriceRef ref) {
        return servicesLike.computeIfAbsent(ref, r -> like(r, services.keySet()));
    }

    private static List<PriceRef> like(PriceRef ref, Collection<PriceRef> known) {
        return Alike.to(ref.toString(), known.stream().map(PriceRef::toString).toList(), '/').stream()
                .map(PriceRef::parse)
                .toList();
    }

    /** The rate card of a model at a tier on a day; empty where the model or the tier is unknown. */
    public Optional<Quote<RateCard>> rates(PriceRef ref, ServiceTier tier, LocalDate day) {
        return entry(ref)
                .flatMap(e -> Quote.of(
                                e.value().rates().stream()
                                        .filter(r -> r.tier() == tier)
                                        .toList(),
                                day,
                                e.priceMarks())
                        .map(q -> from(e.laid(), q)))
                .map(q -> paid.of(ref, q, day));
    }

    /** What was laid over a model comes from somewhere else than the model does. */
    private static Quote<RateCard> from(Map<RateCard, PriceMark> laid, Quote<RateCard> quote) {
        PriceMark mark = laid.get(quote.fact());
        if (mark == null) {
            return quote;
        }
        EnumSet<PriceMark> marks = EnumSet.of(mark);
        marks.addAll(quote.marks());
        marks.removeIf(m -> m != mark && ORIGINS.contains(m));
        return new Quote<>(quote.fact(), marks);
    }

    /** The rules of a model's prompt cache on a day; empty where it has none. */
    public Optional<Quote<CachePolicy>> cachePolicy(PriceRef ref, LocalDate day) {
        return entry(ref).flatMap(e -> Quote.of(e.value().cachePolicies(), day, e.marks()));
    }

    /** What tuning a model costs on a day; empty where it cannot be tuned. */
    public Optional<Quote<TuningOffer>> tuning(PriceRef ref, LocalDate day) {
        return entry(ref).flatMap(e -> Quote.of(e.value().tuning(), day, e.priceMarks()));
    }

    /**
     * The prices of a tuned model's tokens at a tier on a day, with the offer's marks as well; empty where they are
     * unknown.
     */
    public Optional<Quote<RateCard>> tunedRates(PriceRef ref, ServiceTier tier, LocalDate day) {
        return tuning(ref, day)
                .flatMap(offer -> Quote.of(
                        offer.fact().rates().stream()
                                .filter(r -> r.tier() == tier)
                                .toList(),
                        day,
                        offer.marks()))
                .map(q -> paid.of(ref, q, day));
    }

    /** What a service costs on a day; empty where it is unknown. */
    public Optional<Quote<ServicePrice>> servicePrice(PriceRef ref, LocalDate day) {
        return Optional.ofNullable(services.get(ref))
                .flatMap(e -> Quote.of(e.value().prices(), day, e.marks()));
    }

    /** What a way of serving does to a model's prices on a day; empty where that is not known. */
    public Optional<Quote<Surcharge>> surcharge(PriceRef ref, Modifier modifier, String place, LocalDate day) {
        return said(
                ref,
                p -> p.surcharges().stream()
                        .filter(s -> s.modifier() == modifier
                                && s.place().equals(place)
                                && s.models().contains(ref.id()))
                        .toList(),
                day);
    }

    /** All that is known on a day of what ways of serving do to a model's prices. */
    public List<Quote<Surcharge>> surcharges(PriceRef ref, LocalDate day) {
        return sayings(ref, Profile::surcharges)
                .filter(s -> s.models().contains(ref.id()))
                .map(s -> new Way(s.modifier(), s.place()))
                .distinct()
                .flatMap(w -> surcharge(ref, w.modifier, w.place, day).stream())
                .toList();
    }

    private record Way(Modifier modifier, String place) {}

    /** What something costs on a day that a model used beside tokens; empty where that is not known. */
    public Optional<Quote<FeePrice>> fee(PriceRef ref, Fee fee, LocalDate day) {
        return said(
                ref,
                p -> p.fees().stream()
                        .filter(f -> f.fee() == fee
                                && (f.models().isEmpty() || f.models().contains(ref.id())))
                        .toList(),
                day);
    }

    /** All that a model may use beside tokens and that has a price on a day. */
    public List<Quote<FeePrice>> fees(PriceRef ref, LocalDate day) {
        return Stream.of(Fee.values()).flatMap(f -> fee(ref, f, day).stream()).toList();
    }

    private <T> Stream<T> sayings(PriceRef ref, Function<Profile, List<T>> facts) {
        return profiles.reversed().stream()
                .filter(p -> p.vendor().equals(ref.vendor()))
                .flatMap(p -> facts.apply(p).stream());
    }

    /** What the vendor's profiles say, the user's own before those shipped. */
    private <T extends Dated> Optional<Quote<T>> said(PriceRef ref, Function<Profile, List<T>> facts, LocalDate day) {
        return profiles.reversed().stream()
                .filter(p -> p.vendor().equals(ref.vendor()))
                .map(p -> Quote.of(
                        facts.apply(p),
                        day,
                        own.contains(p) ? EnumSet.of(PriceMark.OWN) : EnumSet.noneOf(PriceMark.class)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
