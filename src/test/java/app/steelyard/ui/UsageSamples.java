package app.steelyard.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Request logs made up for tests and pictures: always the same for the same arguments. */
public final class UsageSamples {
    public static final List<String> FEW = List.of("gpt-5.1", "gpt-5-mini", "gpt-4.1");
    private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
    private static final int EACH_DAY = 40;
    private static final int BUSY_DAY = 31;

    private UsageSamples() {}

    /** A log whose columns have the usual names, one day of it far busier than the others. */
    public static Path log(Path folder, String name, int days, List<String> models, List<String> projects) {
        StringBuilder text = new StringBuilder(
                "timestamp,model,project,session_id,prompt_tokens,cached_tokens,completion_tokens,cost\n");
        for (int day = 0; day < days; day++) {
            int requests = EACH_DAY + day * 7 % 9 + (day == BUSY_DAY ? 70 : 0);
            for (int i = 0; i < requests; i++) {
                int session = i / 4;
                int turn = i % 4;
                // The first models are used most.
                String model = models.get((int) (Math.pow((session * 37 + day) % 100 / 100.0, 2) * models.size()));
                String project = projects.get((session + day) % projects.size());
                Instant time = START.plus(day, ChronoUnit.DAYS).plus(session * 17L + turn * 2L, ChronoUnit.MINUTES);
                int input = 6000 + turn * 700 + session % 5 * 90;
                int cached = turn == 0 ? 0 : 5120 + turn * 512;
                int output = 300 + turn * 40;
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s,%d,%d,%d,%.6f%n",
                        time,
                        model,
                        project,
                        "s" + day + "-" + session,
                        input,
                        cached,
                        output,
                        ((input - cached) * 1.25 + cached * 0.125 + output * 10) / 1e6));
            }
        }
        return write(folder.resolve(name), text.toString());
    }

    /** A log whose columns nobody would guess. */
    public static Path unusual(Path folder) {
        StringBuilder text = new StringBuilder("wann,welches,herein,davon_alt,heraus,sitzung\n");
        for (int i = 0; i < 12; i++) {
            text.append(START.plus(i, ChronoUnit.MINUTES).getEpochSecond())
                    .append(",gpt-5.1,2000,")
                    .append(i == 0 ? 0 : 1500)
                    .append(",100,s1\n");
        }
        return write(folder.resolve("unusual.csv"), text.toString());
    }

    /** Home-made JSON whose names nobody would guess, within something else. */
    public static Path ownJson(Path folder) {
        StringBuilder text = new StringBuilder("{\"stand\": \"2026-09\", \"anfragen\": [\n");
        for (int i = 0; i < 12; i++) {
            text.append(i == 0 ? "" : ",\n")
                    .append("{\"wann\": ")
                    .append(START.plus(i, ChronoUnit.MINUTES).getEpochSecond())
                    .append(", \"modell\": {\"name\": \"gpt-5.1\", \"ort\": \"eu\"}, \"zahlen\": {\"herein\": 2000, ")
                    .append(i == 0 ? "" : "\"davon_alt\": 1500, ")
                    .append("\"heraus\": 100}, \"sitzung\": \"s1\", \"werkzeuge\": [\"suche\", \"rechner\"]}");
        }
        return write(folder.resolve("own.json"), text.append("\n]}").toString());
    }

    /** An export one of whose columns was given another name. */
    public static Path renamed(Path folder, Path exports) {
        try {
            String export = Files.readString(exports.resolve("anthropic-console-tokens/2026-08.csv"));
            return write(folder.resolve("renamed.csv"), export.replaceFirst("usage_date_utc", "day_utc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
