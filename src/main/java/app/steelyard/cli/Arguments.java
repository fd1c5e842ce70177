package app.steelyard.cli;

import app.steelyard.plan.PriceRef;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options that are more than a text. */
final class Arguments {
    private Arguments() {}

    /** A date such as 2026-01-31. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(Console.TEXTS.get("argument.day", value));
            }
        }
    }

    /** A model such as openai/gpt-5. */
    static final class Reference implements ITypeConverter<PriceRef> {
        @Override
        public PriceRef convert(String value) {
            try {
                return PriceRef.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(Console.TEXTS.get("argument.reference", value));
            }
        }
    }

    /** How a result is printed. */
    enum Format {
        text,
        json,
        csv
    }

    /** How a result without rows is printed. */
    enum PlainFormat {
        text,
        json
    }

    /** How a decision is printed. */
    enum DecisionFormat {
        text,
        json,
        madr
    }
}
