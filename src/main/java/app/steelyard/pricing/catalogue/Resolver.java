package app.steelyard.pricing.catalogue;

import app.steelyard.plan.PriceRef;
import app.steelyard.plan.ServiceTier;
import app.steelyard.pricing.Model;
import app.steelyard.pricing.PriceBook;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.catalogue.Resolution.IdRule;
import app.steelyard.text.Alike;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the price of whatever a model is called: by its own id first, then by the spellings that change no model, the
 * nearest first, and last by the vendor that makes it. An id that merely begins like a known one stays unknown.
 */
public final class Resolver {
    private static final Pattern OPAQUE = Pattern.compile(
            "auto|default|openrouter/auto|(?:.*/)?arn:[^/]*:(?:application-inference-profile|provisioned-model"
                    + "|custom-model|custom-model-deployment|imported-model|prompt-router|default-prompt-router)/.*"
                    + "|projects/[^/]+/locations/[^/]+/endpoints/.*");

    private static final Pattern ROUTED = Pattern.compile(".+:(?:nitro|floor|exacto|online)");
    private static final Pattern LOCAL = Pattern.compile("[a-z0-9.-]+:\\d+(?:\\.\\d+)?[bm](?:-.*)?|ollama/.+");
    private static final Pattern TUNED = Pattern.compile("ft:([^:]+)(?::.*)?|(.+)\\.ft-[0-9a-z]+(?:-.*)?");
    private static final Pattern FIREWORKS = Pattern.compile("accounts/fireworks/models/(.+)");
    /** An id is taken apart by a few rules at most; more would be another model. */
    private static final int MOST_RULES = 4;

    private static final int MOST_ALIKE = 3;

    private final PriceBook book;
    /** Asked for by each spelling of each id, and gathered once. */
    private @Nullable List<PriceRef> bedrock;

    public Resolver(PriceBook book) {
        this.book = book;
    }

    /** Who makes the model of that bare id; empty where the id does not tell it. */
    public static Optional<String> maker(String id) {
        return Channels.maker(id);
    }

    /** The models that may have been meant by an id that nobody lists, the likeliest first; empty where none is like it. */
    public List<PriceRef> alike(String id) {
        String named = id.substring(id.lastIndexOf('/') + 1);
        List<PriceRef> all = book.all();
        List<String> ids =
                Alike.to(named, all.stream().map(PriceRef::id).distinct().toList(), '/');
        Optional<String> maker = maker(named);
        return all.stream()
                .filter(r -> ids.contains(r.id()))
                .sorted(Comparator.comparing(r -> !maker.equals(Optional.of(r.vendor()))))
                .limit(MOST_ALIKE)
                .toList();
    }

    private record Way(@Nullable String vendor, String id, BigDecimal factor, List<IdRule> rules) {
        Way to(@Nullable String at, String spelled, BigDecimal times, IdRule rule) {
            List<IdRule> all = new ArrayList<>(rules);
            all.add(rule);
            return new Way(at, spelled, factor.multiply(times), List.copyOf(all));
        }
    }

    /**
     * What {@code named} is.
     *
     * @param seller who sold it, where that is known, as in price references or as public price data and gateways say
     */
    public Resolution find(@Nullable String seller, String named) {
        String ours = seller == null ? null : Channels.vendor(seller);
        boolean other = seller != null
                && !seller.equals(ours)
                && book.profiles().stream().noneMatch(p -> p.vendor().equals(seller));
        Resolution found = at(other ? ours : seller, named);
        return other && found instanceof Resolution.Unknown ? at(seller, named) : found;
    }

    private Resolution at(@Nullable String vendor, String named) {
        String id = named.strip();
        Optional<PriceRef> said = book.named(id);
        if (said.isPresent()) {
            return new Resolution.Found(said.get(), BigDecimal.ONE, false, List.of(IdRule.SAID));
        }
        Way whole = new Way(vendor, id, BigDecimal.ONE, List.of());
        Optional<Resolution> exact = exact(whole);
        if (exact.isPresent()) {
            return checked(exact.get(), whole);
        }
        String lower = id.toLowerCase(Locale.ROOT);
        if (lower.endsWith(":free")) {
            return new Resolution.Free();
        }
        if (OPAQUE.matcher(lower).matches()) {
            return new Resolution.Ask(Resolution.Reason.OPAQUE);
        }
        if (ROUTED.matcher(lower).matches()) {
            return new Resolution.Ask(Resolution.Reason.ROUTED);
        }
        Matcher tuned = TUNED.matcher(id);
        if (tuned.matches()) {
            return tuned(vendor, tuned.group(1) == null ? tuned.group(2) : tuned.group(1), tuned.group(1) != null);
        }
        Resolution found = spelled(whole);
        if (found instanceof Resolution.Unknown && vendor == null) {
            found = anywhere(id);
        }
        return found instanceof Resolution.Unknown && LOCAL.matcher(lower).matches()
                ? new Resolution.Ask(Resolution.Reason.LOCAL)
                : found;
    }

    /**
     * A snapshot that only the catalogue lists costs what its model costs where both agreed when it was read, and a
     * profile knows more of that model; where they differ, as gpt-4o-2024-05-13 does, it has a price of its own.
     */
    private Resolution checked(Resolution resolution, Way way) {
        return !(resolution instanceof Resolution.Found found) || book.isChecked(found.ref())
                ? resolution
                : Spelling.of(way.id).stream()
                        .filter(s -> s.rule() == IdRule.SNAPSHOT)
                        .map(s -> exact(way.to(way.vendor, s.id(), BigDecimal.ONE, s.rule())))
                        .flatMap(Optional::stream)
                        .filter(r -> r instanceof Resolution.Found f && book.isChecked(f.ref()) && agree(found, f))
                        .findFirst()
                        .orElse(found);
    }

    private boolean agree(Resolution.Found listed, Resolution.Found checked) {
        return book.model(listed.ref()).orElseThrow().rates().stream()
                .filter(r -> r.tier() == ServiceTier.STANDARD && r.validity().to() == null)
                .anyMatch(r -> book.rates(
                                checked.ref(), ServiceTier.STANDARD, r.source().read())
                        .filter(q -> same(q.fact().prices(), r.prices()))
                        .isPresent());
    }

    private static boolean same(TokenPrices one, TokenPrices other) {
        return one.input().compareTo(other.input()) == 0
                && one.output() != null
                && other.output() != null
                && one.output().compareTo(other.output()) == 0;
    }

    /**
     * A tuned model is never priced as its base unless its vendor says so: Azure bills the base's tokens and the hosting
     * beside them.
     */
    private Resolution tuned(@Nullable String vendor, String base, boolean own) {
        Resolution found = spelled(new Way(own ? vendor : "azure-openai", base, BigDecimal.ONE, List.of(IdRule.TUNED)));
        return !own || !(found instanceof Resolution.Found f)
                ? found
                : book.model(f.ref()).orElseThrow().tuning().isEmpty()
                        ? new Resolution.Ask(Resolution.Reason.TUNED)
                        : new Resolution.Found(f.ref(), f.factor(), true, f.rules());
    }

    /** The nearest spelling that is listed, by as few rules as possible. */
    private Resolution spelled(Way start) {
        Deque<Way> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Way way = open.remove();
            Optional<Resolution> found = exact(way);
            if (found.isPresent()) {
                return checked(found.get(), way);
            }
            if (way.rules.size() < MOST_RULES && seen.add(way.vendor + "/" + way.id)) {
                next(way).forEach(open::add);
            }
        }
        return new Resolution.Unknown();
    }

    private Stream<Way> next(Way way) {
        Stream<Way> spellings =
                Spelling.of(way.id).stream().map(s -> way.to(way.vendor, s.id(), BigDecimal.ONE, s.rule()));
        Stream<Way> served =
                ServedId.of(way.vendor, way.id).stream().map(s -> way.to(way.vendor, s.id(), s.factor(), s.rule()));
        Matcher fireworks = FIREWORKS.matcher(way.id);
        int slash = way.id.indexOf('/');
        Stream<Way> channel = fireworks.matches()
                ? Stream.of(way.to("fireworks", fireworks.group(1), BigDecimal.ONE, IdRule.TRANSPORT))
                : slash > 0 && slash < way.id.length() - 1
                        ? Stream.of(way.to(
                                Channels.vendor(way.id.substring(0, slash)),
                                way.id.substring(slash + 1),
                                BigDecimal.ONE,
                                IdRule.TRANSPORT))
                        : Stream.empty();
        return Stream.of(served, spellings, channel).flatMap(s -> s);
    }

    /** The model that is listed under that id, at its vendor or at the one that makes it. */
    private Optional<Resolution> exact(Way way) {
        Optional<Resolution> there = way.vendor == null ? Optional.empty() : at(way.vendor, way, List.of());
        if (there.isPresent()) {
            return there;
        }
        int slash = way.id.indexOf('/');
        if (slash > 0 && slash < way.id.length() - 1) {
            Optional<Resolution> named = at(
                    Channels.vendor(way.id.substring(0, slash)),
                    new Way(null, way.id.substring(slash + 1), way.factor, way.rules),
                    List.of());
            if (named.isPresent()) {
                return named;
            }
        }
        if (way.vendor != null) {
            return Optional.empty();
        }
        return Channels.maker(way.id)
                .flatMap(m -> at(m, way, List.of(IdRule.MAKER)))
                .or(() -> region(way));
    }

    private Optional<Resolution> at(String vendor, Way way, List<IdRule> by) {
        // What is taken off an id may leave nothing of it.
        if (vendor.isBlank() || vendor.contains("/") || way.id.isBlank()) {
            return Optional.empty();
        }
        // Lists of others mix up what a region costs.
        return !vendor.equals(Bedrock.VENDOR) || book.isChecked(new PriceRef(vendor, way.id))
                ? listed(vendor, way, by)
                : region(way).or(() -> listed(vendor, way, by));
    }

    private Optional<Resolution> region(Way way) {
        return Bedrock.find(way.id, bedrock())
                .map(f -> new Resolution.Found(
                        f.ref(), f.factor().multiply(way.factor), false, joined(way.rules, f.rules())));
    }

    private Optional<Resolution> listed(String vendor, Way way, List<IdRule> by) {
        PriceRef ref = new PriceRef(vendor, way.id);
        List<IdRule> rules = joined(way.rules, by);
        if (book.model(ref).isPresent()) {
            return Optional.of(found(ref, way, rules.isEmpty() ? List.of(IdRule.EXACT) : rules));
        }
        return Stream.concat(
                        book.models().stream()
                                .filter(m -> m.ref().vendor().equals(vendor))
                                .filter(m -> m.name().equalsIgnoreCase(way.id)
                                        || m.ref().id().equalsIgnoreCase(way.id))
                                .map(Model::ref)
                                .map(r -> found(r, way, joined(rules, List.of(IdRule.NAME)))),
                        book.called(way.id).stream()
                                .filter(r -> r.vendor().equals(vendor))
                                .map(r -> found(r, way, joined(rules, List.of(IdRule.ALIAS)))))
                .findFirst();
    }

    /** Whoever sells a model of that id, where its maker is not known. */
    private Resolution anywhere(String id) {
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(null, id, BigDecimal.ONE, List.of())));
        while (!open.isEmpty()) {
            Way way = open.remove();
            List<PriceRef> sold = Stream.concat(
                            book.models().stream()
                                    .filter(m -> m.ref().id().equals(way.id)
                                            || m.name().equalsIgnoreCase(way.id))
                                    .map(Model::ref),
                            book.called(way.id).stream())
                    .distinct()
                    .toList();
            if (!sold.isEmpty()) {
                return sold.size() > 1
                        ? new Resolution.Sold(sold)
                        : found(sold.get(0), way, way.rules.isEmpty() ? List.of(IdRule.EXACT) : way.rules);
            }
            if (way.rules.size() < MOST_RULES) {
                Spelling.of(way.id).forEach(s -> open.add(way.to(null, s.id(), BigDecimal.ONE, s.rule())));
            }
        }
        return new Resolution.Unknown();
    }

    private static Resolution found(PriceRef ref, Way way, List<IdRule> rules) {
        return new Resolution.Found(ref, way.factor, false, rules);
    }

    private List<PriceRef> bedrock() {
        if (bedrock == null) {
            bedrock = book.of(Bedrock.VENDOR);
        }
        return bedrock;
    }

    private static List<IdRule> joined(List<IdRule> some, List<IdRule> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
