package app.steelyard.report.record;

import app.steelyard.cost.Improvement;
import app.steelyard.decision.Agreement;
import app.steelyard.decision.Decision;
import app.steelyard.decision.Flip;
import app.steelyard.decision.setup.Setup;
import app.steelyard.pricing.PriceBook;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A decision as a Markdown record with the headings of MADR 4, to be kept beside the code. */
public final class DecisionRecord {
    private DecisionRecord() {}

    /**
     * What a record says of itself.
     *
     * @param status such as {@code proposed} or {@code accepted}
     * @param planFile name of the file the plan came from
     * @param planDigest SHA-256 of that file
     */
    public record Details(
            LocalDate date,
            String status,
            List<String> decisionMakers,
            List<String> consulted,
            List<String> informed,
            String planFile,
            String planDigest) {

        public Details {
            decisionMakers = List.copyOf(decisionMakers);
            consulted = List.copyOf(consulted);
            informed = List.copyOf(informed);
        }

        /** A proposal that names nobody. */
        public static Details proposed(LocalDate date, String planFile, String planDigest) {
            return new Details(date, "proposed", List.of(), List.of(), List.of(), planFile, planDigest);
        }
    }

    /** The record, always the same for the same decision and details. */
    public static String markdown(Decision decision, List<Flip> flips, PriceBook book, Details details) {
        Markdown out = new Markdown();
        frontMatter(out, details);
        new ContextSection(out, decision).write();
        OptionsSection options = new OptionsSection(out, decision);
        options.outcome(Improvement.of(decision.comparison(), book), Agreement.difference(decision, book));
        Setup.of(decision, book).ifPresent(s -> setup(out, s));
        new ConfirmationSection(out, decision, book, details.date()).write();
        options.prosAndCons();
        new TrailSection(out, decision, flips, details).write();
        return out.toString();
    }

    private static void setup(Markdown out, Setup setup) {
        out.line("### " + Markdown.plain(setup.title()));
        out.line("");
        setup.steps().forEach(s -> out.line("1. " + Markdown.plain(s.full())));
        out.line("");
        if (!setup.snippet().isEmpty()) {
            out.line("```json");
            out.line(setup.snippet().stripTrailing());
            out.line("```");
            out.line("");
        }
    }

    private static void frontMatter(Markdown out, Details details) {
        out.line("---");
        out.line("status: " + Markdown.quoted(details.status()));
        out.line("date: " + details.date());
        people(out, "decision-makers", details.decisionMakers());
        people(out, "consulted", details.consulted());
        people(out, "informed", details.informed());
        out.line("---");
        out.line("");
    }

    private static void people(Markdown out, String key, List<String> names) {
        if (!names.isEmpty()) {
            out.line(key + ": " + names.stream().map(Markdown::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    /** The item with this id as shown. */
    static String name(Decision decision, String id) {
        return decision.item(id).map(a -> Markdown.plain(a.item().name())).orElse(id);
    }
}
