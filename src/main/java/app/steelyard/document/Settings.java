package app.steelyard.document;

import app.steelyard.files.AtomicFile;
import app.steelyard.files.ConfigFolder;
import app.steelyard.json.JsonReader;
import app.steelyard.json.JsonText;
import app.steelyard.json.JsonValue;
import app.steelyard.plan.ExchangeRate;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.check.PlanValidator;
import app.steelyard.text.Currency;
import app.steelyard.text.Language;
import app.steelyard.text.Problem;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the window remembers between two starts. A file that cannot be read or written is no reason to fail. */
public final class Settings {
    /** Which theme. */
    public enum Theme {
        /** As the operating system. */
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final int MAX_RECENT = 8;
    private static final Texts TEXTS = Texts.of(Settings.class);
    private static final Set<String> THEMES =
            new LinkedHashSet<>(Stream.of(Theme.values()).map(Theme::name).toList());
    private static final Pattern THEME = Pattern.compile("\"theme\"\\s*:\\s*\"(SYSTEM|LIGHT|DARK)\"");
    private static final Set<String> LANGUAGES =
            new LinkedHashSet<>(Stream.of(Language.values()).map(Language::tag).toList());
    private static final Pattern LANGUAGE = Pattern.compile("\"language\"\\s*:\\s*\"(\\w+)\"");
    private final Path file;
    private Theme theme = Theme.SYSTEM;
    private String language = Language.ENGLISH.tag();
    private boolean keepUnsaved = true;
    private final List<Problem> problems;
    private final List<Path> recent = new ArrayList<>();
    private final Map<Currency, ExchangeRate> rates = new TreeMap<>();

    /** @param file the settings file, which need not exist */
    public Settings(Path file) {
        this.file = file;
        problems = read();
    }

    /** Where the operating system keeps the settings of programs. */
    public static Path standardFile() {
        return ConfigFolder.standard().resolve("settings.json");
    }

    /**
     * The theme that a settings file asks for, seen without reading the file as what it is: that takes a third of the time
     * in which the window's first frame can be there. A file of unusual form may only mislead it about this.
     */
    public static Theme glance(Path file) {
        try {
            Matcher said = THEME.matcher(Files.isRegularFile(file) ? Files.readString(file) : "");
            return said.find() ? Theme.valueOf(said.group(1)) : Theme.SYSTEM;
        } catch (IOException e) {
            return Theme.SYSTEM;
        }
    }

    /** The language that a settings file asks for numbers to be written in, seen likewise. */
    public static Language language(Path file) {
        try {
            Matcher said = LANGUAGE.matcher(Files.isRegularFile(file) ? Files.readString(file) : "");
            return said.find() ? Language.of(said.group(1)).orElse(Language.ENGLISH) : Language.ENGLISH;
        } catch (IOException e) {
            return Language.ENGLISH;
        }
    }

    /** Where the program may keep more than settings. */
    public Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    public Theme theme() {
        return theme;
    }

    public void setTheme(Theme value) {
        theme = value;
        write();
    }

    /** Whether what is not saved is kept for when the program ends before it is. */
    public boolean keepsUnsaved() {
        return keepUnsaved;
    }

    public void setKeepsUnsaved(boolean value) {
        keepUnsaved = value;
        write();
    }

    /** Plan files opened or saved, the latest first; those that are gone are left out. */
    public List<Path> recent() {
        return recent.stream().filter(Files::isRegularFile).toList();
    }

    public void addRecent(Path plan) {
        Path absolute = plan.toAbsolutePath();
        recent.remove(absolute);
        recent.add(0, absolute);
        while (recent.size() > MAX_RECENT) {
            recent.remove(recent.size() - 1);
        }
        write();
    }

    /** The exchange rate that a plan in {@code currency} went by last, to be offered to another; empty where none did. */
    public Optional<ExchangeRate> rate(Currency currency) {
        return Optional.ofNullable(rates.get(currency));
    }

    /** Keeps a rate that says where it is from, unless one read later is known: an old plan does not bring back its own. */
    public void used(Currency currency, ExchangeRate rate) {
        LocalDate read = rate.date();
        ExchangeRate known = rates.get(currency);
        if (currency.equals(Currency.USD)
                || !rate.sourced()
                || read == null
                || rate.equals(known)
                || known != null && known.date() != null && known.date().isAfter(read)) {
            return;
        }
        rates.put(currency, rate);
        write();
    }

    /** What is wrong with the file; the rest of it was taken. */
    public List<Problem> problems() {
        return problems;
    }

    private List<Problem> read() {
        return Files.isRegularFile(file)
                ? JsonReader.<Settings>read(file, this::read).problems()
                : List.of();
    }

    private Settings read(JsonValue root) {
        root.optional("theme")
                .map(t -> t.choice(THEMES))
                .filter(THEMES::contains)
                .ifPresent(t -> theme = Theme.valueOf(t));
        root.optional("language")
                .map(l -> l.choice(LANGUAGES))
                .filter(LANGUAGES::contains)
                .ifPresent(l -> language = l);
        root.optional("keepUnsaved").ifPresent(k -> keepUnsaved = k.flag());
        root.optional("recent")
                .ifPresent(list -> list.list(JsonValue::filled).stream()
                        .filter(name -> !name.isEmpty())
                        .forEach(name -> {
                            try {
                                recent.add(Path.of(name));
                            } catch (InvalidPathException e) {
                                list.refuse(TEXTS.get("settings.path", name));
                            }
                        }));
        root.optional("exchangeRates").ifPresent(all -> all.members(this::rate));
        root.done();
        return this;
    }

    private void rate(String code, JsonValue stated) {
        if (!Currency.isCode(code)) {
            stated.refuse(TEXTS.get("currency", code));
        } else if (RecordReader.record(ExchangeRate.class, stated) instanceof ExchangeRate rate) {
            if (rate.sourced() && PlanValidator.inside(PlanField.EXCHANGE_RATE, rate.perUsd())) {
                rates.put(new Currency(code), rate);
            } else {
                stated.refuse(TEXTS.get("settings.rate"));
            }
        }
    }

    private void write() {
        ObjectNode node = JsonText.object();
        node.put("theme", theme.name());
        if (!language.equals(Language.ENGLISH.tag())) {
            node.put("language", language);
        }
        if (!keepUnsaved) {
            node.put("keepUnsaved", false);
        }
        ArrayNode list = node.putArray("recent");
        recent.forEach(p -> list.add(p.toString()));
        ObjectNode known = JsonText.object();
        rates.forEach((currency, rate) -> RecordWriter.write(rate, known.putObject(currency.code())));
        if (!known.isEmpty()) {
            node.set("exchangeRates", known);
        }
        try {
            Files.createDirectories(folder());
            AtomicFile.write(file, JsonText.write(node).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Settings are a convenience: a read-only home must not stop anybody.
            return;
        }
    }
}
