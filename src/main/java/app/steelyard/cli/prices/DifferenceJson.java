package app.steelyard.cli.prices;

import app.steelyard.app.prices.LedgerEffect.Listing;
import app.steelyard.app.prices.PlanEffect;
import app.steelyard.app.prices.PriceImport;
import app.steelyard.json.JsonText;
import app.steelyard.pricing.RateCard;
import app.steelyard.pricing.TokenPrices;
import app.steelyard.pricing.catalogue.Difference;
import app.steelyard.pricing.catalogue.Difference.Kind;
import app.steelyard.pricing.catalogue.Difference.Row;
import app.steelyard.pricing.catalogue.PriceChange;
import app.steelyard.text.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The same for a program; {@code docs/prices-import.schema.json} describes it. */
final class DifferenceJson {
    private DifferenceJson() {}

    static String of(PricesImportCommand.Told told) {
        PriceImport read = told.read();
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        JsonText.each(root, "snapshots", read.snapshots(), (node, s) -> {
            node.put("source", s.source().title());
            node.put("read", s.source().read().toString());
            node.put("prices", s.prices().size());
            node.put("left", s.left());
        });
        difference(root, read.difference());
        told.plan().ifPresent(p -> {
            ObjectNode plan = root.putObject("plan");
            plan.put("name", p.plan().name());
            plan.put("currency", p.plan().currency().code());
            month(plan.putObject("today"), p.today());
            month(plan.putObject("best"), p.best());
        });
        told.ledger().ifPresent(l -> {
            ObjectNode ledger = root.putObject("ledger");
            listing(ledger.putObject("before"), l.before());
            listing(ledger.putObject("after"), l.after());
        });
        root.put("accepted", told.accepted() ? told.rows().size() : 0);
        return JsonText.write(root);
    }

    /** The same of two lists, neither of which is taken over. */
    static String of(Difference difference, List<String> gone) {
        ObjectNode root = JsonText.object();
        root.put("format", 1);
        difference(root, difference);
        JsonText.texts(root, "gone", gone);
        return JsonText.write(root);
    }

    private static void difference(ObjectNode root, Difference difference) {
        ObjectNode counts = root.putObject("counts");
        for (Kind kind : Kind.values()) {
            counts.put(Names.word(kind), difference.count(kind));
        }
        counts.put("all", difference.rows().size());
        counts.put("overruled", difference.overruled());
        counts.put("conflicts", difference.asked().size());
        Stream<Row> told = difference.rows().stream().filter(r -> r.kind() != Kind.SAME || r.conflicts());
        JsonText.each(root, "rows", told.toList(), DifferenceJson::row);
    }

    private static void row(ObjectNode node, Row row) {
        RateCard card = row.listed().card();
        node.put("id", row.id());
        node.put("kind", Names.word(row.kind()));
        card(node, card);
        node.put("from", card.validity().from().toString());
        if (card.validity().to() != null) {
            node.put("to", String.valueOf(card.validity().to()));
        }
        if (!row.changes().isEmpty()) {
            JsonText.each(node, "changes", row.changes(), DifferenceJson::change);
        }
        if (row.conflicts()) {
            JsonText.each(node, "against", row.against(), DifferenceJson::card);
        }
        List<String> unlikely = PriceImport.unlikely(row);
        if (!unlikely.isEmpty()) {
            JsonText.texts(node, "unlikely", unlikely);
        }
    }

    private static void change(ObjectNode node, PriceChange change) {
        node.put("part", Names.word(change.part()));
        BigDecimal was = change.was();
        if (was != null) {
            node.put("was", JsonText.plain(was));
        }
        node.put("is", JsonText.plain(change.is()));
    }

    /** A price with its source. */
    static void card(ObjectNode node, RateCard card) {
        node.put("source", card.source().title());
        node.put("read", card.source().read().toString());
        node.put("currency", card.currency().code());
        TokenPrices prices = card.prices();
        node.put("input", JsonText.plain(prices.input()));
        BigDecimal cached = prices.cachedRead();
        if (cached != null) {
            node.put("cachedRead", JsonText.plain(cached));
        }
        BigDecimal output = prices.output();
        if (output != null) {
            node.put("output", JsonText.plain(output));
        }
    }

    private static void month(ObjectNode node, PlanEffect.Month month) {
        month.before().ifPresent(m -> node.set("before", JsonText.number(m.value())));
        month.after().ifPresent(m -> node.set("after", JsonText.number(m.value())));
    }

    private static void listing(ObjectNode node, Listing listing) {
        ObjectNode amounts = node.putObject("amounts");
        listing.amounts().values().stream()
                .sorted((a, b) -> a.currency().compareTo(b.currency()))
                .forEach(a -> amounts.put(a.currency().code(), JsonText.plain(a.value())));
        node.put("unpricedTokens", listing.unpriced());
    }
}
