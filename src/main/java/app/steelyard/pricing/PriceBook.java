package app.steelyard.pricing;

import app.steelyard.plan.Contract;
import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.kind.Fee;
import app.steelyard.pricing.kind.Modifier;
import app.steelyard.text.Alike;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every profile there is, asked by reference and day. Immutable. */
public final class PriceBook {
    /** A price read more days ago than this is marked stale. */
    public static final int STALE_AFTER_DAYS = 90;

    private final List<Profile> profiles;
    private final Map<PriceRef, Entry<Model>> models = new LinkedHashMap<>();
    private final Map<PriceRef, Entry<Service>> services = new LinkedHashMap<>();

    /** Remembered, since a search over placements asks for each of them. */
    private final Map<PriceRef, List<PriceRef>> modelsLike = new ConcurrentHashMap<>();

    private final Map<PriceRef, List<PriceRef>> servicesLike = new ConcurrentHashMap<>();

    /** What no profile has; empty for what nothing has. */
    private final Function<PriceRef, Optional<Model>> behind;

    private final List<Profile> shipped;
    private final List<Profile> own;

    /** What is agreed with vendors for all plans. */
    private final Contract contract;

    private final Paid paid;

    /** What is paid of listed rates on a day. */
    public interface Paid {
        Quote<RateCard> of(PriceRef ref, Quote<RateCard> listed, LocalDate day);
    }

    /** Remembered, since each is put together anew. */
    private final Map<PriceRef, Optional<Entry<Model>>> foundBehind = new ConcurrentHashMap<>();

    private record Entry<T>(T value, Set<PriceMark> marks) {}

    /**
     * @param shipped the profiles that come with the program
     * @param own the user's; a model or service of theirs takes the place of one shipped under the same reference
     */
    public PriceBook(List<Profile> shipped, List<Profile> own) {
        this(shipped, own, ref -> Optional.empty());
    }

    /**
     * The same before a catalogue, whose prices are marked.
     *
     * @param behind the catalogue's model of a reference that no profile has
     */
    public PriceBook(List<Profile> shipped, List<Profile> own, Function<PriceRef, Optional<Model>> behind) {
        this(shipped, own, behind, Contract.NONE, (ref, listed, day) -> listed);
    }

    private PriceBook(
            List<Profile> shipped,
            List<Profile> own,
            Function<PriceRef, Optional<Model>> behind,
            Contract contract,
            Paid paid) {
        this.behind = behind;
        this.paid = paid;
        this.shipped = List.copyOf(shipped);
        this.own = List.copyOf(own);
        this.contract = contract;
        List<Profile> all = new ArrayList<>(shipped);
        all.addAll(own);
        this.profiles = List.copyOf(all);
        shipped.forEach(p -> add(p, EnumSet.noneOf(PriceMark.class)));
        own.forEach(p -> add(p, EnumSet.of(PriceMark.OWN)));
    }

    private void add(Profile profile, Set<PriceMark> marks) {
        if (profile.asPublished()) {
            marks.add(PriceMark.AS_PUBLISHED);
        }
        profile.models().forEach(m -> models.put(m.ref(), new Entry<>(m, marks)));
        profile.services().forEach(s -> services.put(s.ref(), new Entry<>(s, marks)));
    }

    /** The same prices, where that is agreed with vendors for all plans; what it answers are list prices still. */
    public PriceBook with(Contract agreed) {
        return new PriceBook(shipped, own, behind, agreed, paid);
    }

    /** A book that answers what is paid for tokens in the place of what is listed. */
    public PriceBook paying(Paid agreed) {
        return new PriceBook(shipped, own, behind, contract, agreed);
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
        return checked != null
                ? Optional.of(checked)
                : foundBehind.computeIfAbsent(
                        ref, r -> behind.apply(r).map(m -> new Entry<>(m, EnumSet.of(PriceMark.CATALOGUE))));
    }

    public Optional<Service> service(PriceRef ref) {
        return Optional.ofNullable(services.get(ref)).map(Entry::value);
    }

    /** The models whose references are most like {@code ref}, the nearest first; empty where none is. */
    List<PriceRef> modelsLike(PriceRef ref) {
        return modelsLike.computeIfAbsent(ref, r -> like(r, models.keySet()));
    }

    /** The services whose references are most like {@code ref}, the nearest first; empty where none is. */
    List<PriceRef> servicesLike(PriceRef ref) {
        return servicesLike.computeIfAbsent(ref, r -> like(r, services.keySet()));
    }

    private static List<PriceRef> like(PriceRef ref, Set<PriceRef> known) {
        return Alike.to(ref.toString(), known.stream().map(PriceRef::toString).toList(), '/').stream()
                .map(PriceRef::parse)
                .toList();
    }

    /** The rate card of a model at a tier on a day; empty where the model or the tier is unknown. */
    public Optional<Quote<RateCard>> rates(PriceRef ref, ServiceTier tier, LocalDate day) {
        return entry(ref)
                .flatMap(e -> quote(
                        e.value().rates().stream().filter(r -> r.tier() == tier).toList(), day, e.marks()))
                .map(q -> paid.of(ref, q, day));
    }

    /** The rules of a model's prompt cache on a day; empty where it has none. */
    public Optional<Quote<CachePolicy>> cachePolicy(PriceRef ref, LocalDate day) {
        return entry(ref).flatMap(e -> quote(e.value().cachePolicies(), day, e.marks()));
    }

    /** What tuning a model costs on a day; empty where it cannot be tuned. */
    public Optional<Quote<TuningOffer>> tuning(PriceRef ref, LocalDate day) {
        return entry(ref).flatMap(e -> quote(e.value().tuning(), day, e.marks()));
    }

    /**
     * The prices of a tuned model's tokens at a tier on a day, with the offer's marks as well; empty where they are
     * unknown.
     */
    public Optional<Quote<RateCard>> tunedRates(PriceRef ref, ServiceTier tier, LocalDate day) {
        return tuning(ref, day)
                .flatMap(offer -> quote(
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
                .flatMap(e -> quote(e.value().prices(), day, e.marks()));
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
                .map(p -> quote(
                        facts.apply(p),
                        day,
                        own.contains(p) ? EnumSet.of(PriceMark.OWN) : EnumSet.noneOf(PriceMark.class)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** In one pass: each month of each design asks for ten of them. */
    private static <T extends Dated> Optional<Quote<T>> quote(List<T> facts, LocalDate day, Set<PriceMark> base) {
        T valid = null;
        T expired = null;
        T next = null;
        for (T fact : facts) {
            Validity validity = fact.validity();
            if (validity.contains(day)) {
                valid = valid == null || starts(valid, fact) ? fact : valid;
            } else if (validity.from().isAfter(day)) {
                next = next == null || starts(fact, next) ? fact : next;
            } else {
                expired = expired == null || starts(expired, fact) ? fact : expired;
            }
        }
        EnumSet<PriceMark> marks = EnumSet.noneOf(PriceMark.class);
        marks.addAll(base);
        T found = valid;
        if (found == null) {
            marks.add(expired == null ? PriceMark.NOT_YET_VALID : PriceMark.EXPIRED);
            found = expired == null ? next : expired;
        }
        if (found == null) {
            return Optional.empty();
        }
        if (found.source().read().plusDays(STALE_AFTER_DAYS).isBefore(day)) {
            marks.add(PriceMark.STALE);
        }
        boolean promotional =
                found instanceof RateCard r && r.promotional() || found instanceof ServicePrice s && s.promotional();
        if (promotional) {
            marks.add(PriceMark.PROMOTIONAL);
        }
        return Optional.of(new Quote<>(found, marks));
    }

    private static boolean starts(Dated earlier, Dated later) {
        return earlier.validity().from().isBefore(later.validity().from());
    }
}
