package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.PriceMark;
import app.steelyard.pricing.Quote;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.Validity;
import app.steelyard.text.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What snapshots of public data say otherwise than the prices in use: each of their prices is new, changed or the same. What
 * another source says otherwise stands beside it; nothing is averaged.
 *
 * @param rows one a price, in the order of the most trusted snapshot
 * @param overruled prices of less trusted snapshots whose model a more trusted one has
 */
public record Difference(List<Row> rows, int overruled) {
    public Difference {
        rows = List.copyOf(rows);
    }

    /** How a price stands to what is known. */
    public enum Kind {
        NEW,
        CHANGED,
        SAME
    }

    /**
     * One price.
     *
     * @param now what is in use on its day; null for a new one
     * @param marks of what is in use
     * @param changes all that it says otherwise
     * @param against what other sources say that are as new or better trusted
     */
    public record Row(
            Listed listed,
            Kind kind,
            @Nullable RateCard now,
            Set<PriceMark> marks,
            List<PriceChange> changes,
            List<RateCard> against) {
        public Row {
            marks = Set.copyOf(marks);
            changes = List.copyOf(changes);
            against = List.copyOf(against);
        }

        /** Whether another source says otherwise. */
        public boolean conflicts() {
            return !against.isEmpty();
        }

        /** Whether a person has to choose: another source says otherwise, or a price is ten times what it was. */
        public boolean asks() {
            return conflicts()
                    || changes.stream()
                            .filter(c -> c.part() != PriceChange.PricePart.ABOVE)
                            .anyMatch(c -> Unlikely.moved(c.was(), c.is()).isPresent());
        }

        /** How it is named, to be accepted: the model, and its service tier where that is not the standard one. */
        public String id() {
            ServiceTier tier = listed.card().tier();
            return listed.ref() + (tier == ServiceTier.STANDARD ? "" : "@" + Names.word(tier));
        }
    }

    /** How many of the rows are of that kind. */
    public long count(Kind kind) {
        return rows.stream().filter(r -> r.kind == kind).count();
    }

    /** Those that a person has to choose of. */
    public List<Row> asked() {
        return rows.stream().filter(Row::asks).toList();
    }

    /** Those that say something new and that nothing speaks against. */
    public List<Row> plain() {
        return rows.stream().filter(r -> r.kind != Kind.SAME && !r.asks()).toList();
    }

    /** Against the prices in use. */
    public static Difference of(List<Snapshot> snapshots, PriceBook book) {
        List<Snapshot> trusted = snapshots.stream()
                .sorted(Comparator.comparingInt(Snapshot::trust))
                .toList();
        List<Listed> merged = Merge.of(trusted);
        Map<Key, List<RateCard>> said = new HashMap<>();
        trusted.stream()
                .flatMap(s -> s.prices().stream())
                .filter(l -> l.card().validity().to() == null)
                .forEach(l ->
                        said.computeIfAbsent(Key.of(l), k -> new ArrayList<>()).add(l.card()));
        int all = trusted.stream().mapToInt(s -> s.prices().size()).sum();
        return new Difference(
                merged.stream()
                        .map(l -> row(l, book, said.getOrDefault(Key.of(l), List.of())))
                        .toList(),
                all - merged.size());
    }

    private record Key(PriceRef ref, ServiceTier tier) {
        static Key of(Listed listed) {
            return new Key(listed.ref(), listed.card().tier());
        }
    }

    private static Row row(Listed listed, PriceBook book, List<RateCard> others) {
        RateCard card = listed.card();
        List<RateCard> against = new ArrayList<>();
        if (card.validity().to() == null) {
            others.stream()
                    .filter(o -> !o.equals(card) && PriceChange.contradict(o, card))
                    .forEach(against::add);
        }
        Optional<Quote<RateCard>> now = book.rates(listed.ref(), card.tier(), day(card))
                .filter(q -> !q.marks().contains(PriceMark.NOT_YET_VALID));
        if (now.isEmpty()) {
            return new Row(listed, Kind.NEW, null, Set.of(), List.of(), against);
        }
        RateCard known = now.get().fact();
        List<PriceChange> changes =
                known.currency().equals(card.currency()) ? PriceChange.between(known, card) : List.of();
        if (changes.isEmpty()) {
            return new Row(listed, Kind.SAME, known, now.get().marks(), List.of(), against);
        }
        boolean own = now.get().marks().contains(PriceMark.OWN);
        boolean checked = !now.get().marks().contains(PriceMark.CATALOGUE);
        if (own || !isNewer(card, known, checked) && PriceChange.contradict(known, card)) {
            against.addFirst(known);
        }
        return new Row(listed, Kind.CHANGED, known, now.get().marks(), changes, against);
    }

    /** The day to compare on: the snapshot's, or one on which the price held or will hold. */
    private static LocalDate day(RateCard card) {
        LocalDate read = card.source().read();
        LocalDate to = card.validity().to();
        LocalDate from = card.validity().from();
        return to != null && !to.isAfter(read) ? to.minusDays(1) : from.isAfter(read) ? from : read;
    }

    /**
     * Whether a price may take another's place without being asked about: it was read later by as good a source, or where
     * the other was checked by hand, it says that it changed since.
     */
    private static boolean isNewer(RateCard card, RateCard known, boolean checked) {
        LocalDate read = known.source().read();
        return checked
                ? card.validity().from().isAfter(read)
                : card.source().read().isAfter(read)
                        && DataSet.find(known.source())
                                .map(s -> DataSet.of(card.source()).compareTo(s) <= 0)
                                .orElse(true);
    }

    /**
     * The price as it is taken over: from the day on which it changed, or else the snapshot's, until the next change that is
     * known already.
     */
    public static Listed taken(Row row, PriceBook book) {
        RateCard card = row.listed.card();
        LocalDate read = card.source().read();
        LocalDate stated = card.validity().from();
        RateCard now = row.now;
        LocalDate end = card.validity().to();
        boolean ended = end != null && !end.isAfter(read);
        LocalDate from = ended || now == null || stated.isAfter(now.validity().from()) ? stated : read;
        LocalDate last = ended || now == null || from.isAfter(read) ? from : read;
        LocalDate to = Stream.concat(
                        Stream.ofNullable(end),
                        book.model(row.listed.ref()).map(Model::rates).orElse(List.of()).stream()
                                .filter(r -> r.tier() == card.tier())
                                .map(r -> r.validity().from()))
                .filter(Objects::nonNull)
                .filter(d -> d.isAfter(last))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return row.listed.with(card.during(new Validity(from, to)));
    }
}
