package app.steelyard.document;

import app.steelyard.plan.Plan;
import app.steelyard.plan.check.PlanProblem;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.JsonText;
import app.steelyard.text.Texts;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A plan as text, format 3: the plan's records as JSON, described by {@code docs/plan.schema.json}. */
public final class PlanCodec {
    /** The format written, and the newest that can be read. */
    public static final int FORMAT = 3;

    /** Larger files are refused unread: far beyond any plan, and small enough to be read at once. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    /** The step at index i turns format i + 1 into the next one. */
    private static final List<UnaryOperator<Json.Members>> MIGRATIONS =
            List.of(PlanCodec::todayWrittenDown, UnaryOperator.identity());

    private static final String FORMAT_KEY = "format";
    private static final Texts TEXTS = Texts.of(PlanCodec.class);

    private PlanCodec() {}

    /** The text of {@code plan}, always the same for the same plan. */
    public static String write(Plan plan) {
        ObjectNode root = JsonText.object();
        root.put(FORMAT_KEY, FORMAT);
        RecordWriter.write(plan, root);
        return JsonText.write(root);
    }

    /**
     * Reads a plan.
     *
     * @param content in UTF-8
     * @param file as problems are to name it
     * @throws PlanFileException with everything that is wrong, if anything is
     */
    public static Plan read(byte[] content, String file) throws PlanFileException {
        if (content.length > MAX_BYTES) {
            throw tooLarge(file);
        }
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString(),
                    file);
        } catch (CharacterCodingException e) {
            throw new PlanFileException(file, TEXTS.get("utf8"));
        }
    }

    /**
     * Reads a plan.
     *
     * @param file as problems are to name it
     * @throws PlanFileException with everything that is wrong, if anything is
     */
    public static Plan read(String text, String file) throws PlanFileException {
        List<PlanFileProblem> problems = new ArrayList<>();
        Optional<Json> json = JsonTree.read(text.startsWith("\uFEFF") ? text.substring(1) : text, problems);
        Plan plan = json.isPresent() ? plan(json.get(), problems) : null;
        if (plan == null || !problems.isEmpty()) {
            throw new PlanFileException(file, problems);
        }
        return plan;
    }

    static PlanFileException tooLarge(String file) {
        return new PlanFileException(file, TEXTS.get("file.large", MAX_BYTES / 1024 / 1024));
    }

    private static @Nullable Plan plan(Json json, List<PlanFileProblem> problems) {
        if (json instanceof Json.Members root && !knownFormat(root, problems)) {
            return null;
        }
        Json current = json instanceof Json.Members root ? nothingInDoubt(migrated(root)) : json;
        Plan plan = (Plan) new RecordReader(problems).record(Plan.class, current, "", Set.of(FORMAT_KEY));
        if (plan != null) {
            PlanValidator.validate(plan).forEach(p -> problems.add(located(p, plan, current)));
        }
        return plan;
    }

    /** Whether the text can be read any further; a newer format would only give misleading problems. */
    private static boolean knownFormat(Json.Members root, List<PlanFileProblem> problems) {
        Json format = root.members().get(FORMAT_KEY);
        Json at = format == null ? root : format;
        String reason;
        if (format == null) {
            reason = TEXTS.get("format.missing", FORMAT);
        } else if (!(format instanceof Json.Num number)
                || number.value() != Math.rint(number.value())
                || number.value() < 1) {
            reason = TEXTS.get("format.unknown", FORMAT);
        } else if (number.value() > FORMAT) {
            reason = TEXTS.get("format.newer", number.value(), FORMAT);
        } else {
            return true;
        }
        problems.add(new PlanFileProblem(
                "/" + FORMAT_KEY, at.place().line(), at.place().column(), reason));
        return false;
    }

    private static Json.Members migrated(Json.Members root) {
        int format = root.members().get(FORMAT_KEY) instanceof Json.Num number ? (int) number.value() : FORMAT;
        Json.Members current = root;
        for (UnaryOperator<Json.Members> step : MIGRATIONS.subList(format - 1, MIGRATIONS.size())) {
            current = step.apply(current);
        }
        return current;
    }

    /** Format 1 let today's design follow the placement column; format 2 writes down where each item is today. */
    private static Json.Members todayWrittenDown(Json.Members plan) {
        if (!(plan.members().get("today") instanceof Json.Text today
                && today.value().equals("as-placed")
                && plan.members().get("items") instanceof Json.Elements items)) {
            return plan;
        }
        List<Json> written =
                items.elements().stream().map(PlanCodec::todayAsPlaced).toList();
        return plan.with("today", new Json.Text("as-is", today.place()))
                .with("items", new Json.Elements(written, items.place()));
    }

    private static Json todayAsPlaced(Json item) {
        Json placement = item instanceof Json.Members object ? object.members().get("placement") : null;
        return item instanceof Json.Members object && placement != null ? object.with("today", placement) : item;
    }

    /** A plan that says nothing of it, as none did before format 3, has a point for every number. */
    private static Json.Members nothingInDoubt(Json.Members plan) {
        if (plan.members().containsKey("whatIf")) {
            return plan;
        }
        Json.Members whatIf = new Json.Members(new LinkedHashMap<>(), plan.place());
        for (String list : List.of("ranges", "correlations", "scenarios")) {
            whatIf = whatIf.with(list, new Json.Elements(List.of(), plan.place()));
        }
        return plan.with("whatIf", whatIf);
    }

    private static PlanFileProblem located(PlanProblem problem, Plan plan, Json root) {
        Json at = root;
        String pointer = "";
        for (String key : keys(problem.path(), plan)) {
            pointer = PlanFileProblem.child(pointer, key);
            Json inner = switch (at) {
                case Json.Members object -> object.members().get(key);
                case Json.Elements array -> array.elements().get(Integer.parseInt(key));
                default -> null;
            };
            at = inner == null ? at : inner;
        }
        return new PlanFileProblem(pointer, at.place().line(), at.place().column(), problem.reason());
    }

    /** The plan names an item by its id, a pointer by its index. */
    private static List<String> keys(String path, Plan plan) {
        for (int i = plan.items().size() - 1; i >= 0; i--) {
            String prefix = "items." + plan.items().get(i).id() + ".";
            if (path.startsWith(prefix)) {
                return List.of("items", Integer.toString(i), path.substring(prefix.length()));
            }
        }
        return List.of(path.split("\\."));
    }
}
