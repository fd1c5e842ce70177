package app.steelyard.cli.terminal;

import app.steelyard.plan.Design;
import app.steelyard.plan.PriceRef;
import app.steelyard.text.Names;
import app.steelyard.text.NumberReader;
import app.steelyard.text.Unit;
import app.steelyard.usage.format.Formats;
import app.steelyard.usage.log.ReadingChoice;
import app.steelyard.whatif.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options that are more than a text. */
public final class Arguments {
    private Arguments() {}

    /** A date such as 2026-01-31. */
    public static final class Day implements ITypeConverter<LocalDate> {
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
    public static final class Reference implements ITypeConverter<PriceRef> {
        @Override
        public PriceRef convert(String value) {
            try {
                return PriceRef.parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(Console.TEXTS.get("argument.reference", value));
            }
        }
    }

    /** How files are to be read: the id of a format, or {@link ReadingChoice#LOG}. */
    public static final class Source implements ITypeConverter<ReadingChoice> {
        @Override
        public ReadingChoice convert(String value) {
            if (value.equals(ReadingChoice.LOG)) {
                return new ReadingChoice(null, true, List.of());
            }
            return Formats.byId(value)
                    .map(f -> new ReadingChoice(f, false, List.of()))
                    .orElseThrow(() -> new TypeConversionException(
                            Console.TEXTS.get("argument.source", value, String.join(", ", sources()))));
        }

        /** Everything that may be asked for. */
        static List<String> sources() {
            return Stream.concat(Formats.all().stream().map(f -> f.id()).sorted(), Stream.of(ReadingChoice.LOG))
                    .toList();
        }
    }

    /** A whole number that a {@code long} holds. */
    public static final class WholeNumber implements ITypeConverter<Long> {
        @Override
        public Long convert(String value) {
            return whole(value, BigDecimal::longValueExact);
        }
    }

    /** A whole number that an {@code int} holds. */
    public static final class SmallNumber implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return whole(value, BigDecimal::intValueExact);
        }
    }

    private static <T> T whole(String value, Function<BigDecimal, T> held) {
        BigDecimal number = read(value, NumberReader.plain()::exact);
        try {
            return held.apply(number);
        } catch (ArithmeticException e) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            throw new TypeConversionException(
                    Console.TEXTS.get(whole ? "argument.whole.large" : "argument.whole", value));
        }
    }

    /** A part of one, such as 5 % or 0.05. */
    public static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            double share =
                    read(value, v -> NumberReader.plain().read(v, Unit.FRACTION).orThrow());
            if (!(share >= 0 && share <= 1)) {
                throw new TypeConversionException(Console.TEXTS.get("argument.share", value));
            }
            return share;
        }
    }

    /** A design such as prompt-caching. */
    public static final class DesignName implements ITypeConverter<Design> {
        @Override
        public Design convert(String value) {
            return Stream.of(Design.values())
                    .filter(d -> Names.word(d).equals(value.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(Console.TEXTS.get(
                            "argument.design",
                            value,
                            Stream.of(Design.values()).map(Names::word).collect(Collectors.joining(", ")))));
        }
    }

    /** A result such as tco(prompt-caching). */
    public static final class ResultName implements ITypeConverter<Result> {
        @Override
        public Result convert(String value) {
            return read(value, Result::parse);
        }
    }

    private static <T> T read(String value, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** How a result is printed. */
    public enum Format {
        text,
        json,
        csv
    }

    /** How a result without rows is printed. */
    public enum PlainFormat {
        text,
        json
    }

    /** How a decision is printed. */
    public enum DecisionFormat {
        text,
        json,
        madr
    }
}
