package app.steelyard.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What nobody types: one thing again and again, which made patterns try all ways of taking it apart. */
class LongTextTest {
    private static final int LENGTH = 20_000;

    @ParameterizedTest
    @EnumSource(names = {"NUMBER", "RANGE", "SESSION", "CLAIM", "CELL"})
    void takesNoLongerThanItIsLong(FuzzTarget target) {
        for (String part : List.of("1", "1 000 ", ",000", "\n", "T")) {
            for (String end : List.of("", "x1")) {
                byte[] text = ("1" + part.repeat(LENGTH / part.length()) + end).getBytes(StandardCharsets.UTF_8);
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> target.read(text), () -> part + " … " + end);
            }
        }
    }
}
