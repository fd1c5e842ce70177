package app.steelyard.ui.usage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Days as 2026-11-23, as in every other field of a date. A text that is none leaves the picker's day as it was. */
final class IsoDays extends StringConverter<LocalDate> {
    private final DatePicker picker;

    IsoDays(DatePicker picker) {
        this.picker = picker;
    }

    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return picker.getValue();
        }
    }
}
