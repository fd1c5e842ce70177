package app.steelyard.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class DenseTableTest {
    private static void resize(DenseTable<String> table, double width) {
        table.resize(width, 200);
        table.applyCss();
        table.layout();
    }

    @Test
    void columnsCanBeReadWhateverWidthTheTableHadBefore(FxRobot robot) {
        robot.interact(() -> {
            DenseTable<String> table = new DenseTable<>(10);
            table.column("Model", 200, s -> s);
            for (int i = 0; i < 5; i++) {
                table.numbers("Number", 90, s -> s).setMaxWidth(120);
            }
            table.column("Verdict", 150, s -> s);
            table.fill(List.of("a row"));
            new Scene(new Pane(table));
            for (double width : List.of(20.0, 1200.0, 700.0, 0.0, 1000.0)) {
                resize(table, width);
            }
            List<Double> widths =
                    table.getColumns().stream().map(TableColumn::getWidth).toList();
            assertTrue(widths.subList(1, 6).stream().allMatch(w -> w >= 90 && w <= 120), widths.toString());
            assertTrue(widths.getFirst() > widths.getLast(), widths.toString());
            double sum = widths.stream().mapToDouble(w -> w).sum();
            assertEquals(1000, sum, 4, "the columns fill the table: " + widths);
        });
    }
}
