package app.steelyard.app.prices;

import app.steelyard.text.Refusal;
import app.steelyard.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Of which day a file of price data is, which none of them states: as it is called, or else when it was written. */
final class SnapshotDay {
    private static final Texts TEXTS = Texts.of(SnapshotDay.class);
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{4})-?(\\d{2})-?(\\d{2})(?!\\d)");

    private SnapshotDay() {}

    static LocalDate of(Path file) {
        Matcher named = DAY.matcher(String.valueOf(file.getFileName()));
        while (named.find()) {
            Optional<LocalDate> day = day(named);
            if (day.isPresent()) {
                return day.get();
            }
        }
        try {
            return LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneId.systemDefault());
        } catch (IOException e) {
            throw new Refusal(file.toString(), TEXTS.get("snapshot.missing"));
        }
    }

    /** Empty for digits of something else. */
    private static Optional<LocalDate> day(Matcher named) {
        try {
            return Optional.of(LocalDate.parse(named.group(1) + "-" + named.group(2) + "-" + named.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
