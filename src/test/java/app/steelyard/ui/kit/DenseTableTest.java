package app.steelyard.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
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

    @Test
    void rowsBecomeOthersInTheCellsThatAreThere(FxRobot robot) {
        robot.interact(() -> {
            DenseTable<String> table = new DenseTable<>(10);
            table.column("Word", 200, s -> s);
            table.numbers("Letters", 90, s -> Integer.toString(s.length()));
            table.fill(List.of("one", "three", "seven"));
            Pane around = new Pane(table);
            new Scene(around);
            resize(table, 400);
            around.layout();
            table.getSelectionModel().select(1);
            List<Node> cells = cells(table);
            assertEquals(List.of("one", "3", "three", "5", "seven", "5"), texts(cells));

            table.fill(List.of("one", "eleven", "nine"));
            assertFalse(around.isNeedsLayout(), "nothing around it is laid out anew");
            around.layout();
            assertEquals(cells, cells(table), "the cells are the same");
            assertEquals(List.of("one", "3", "eleven", "6", "nine", "4"), texts(cells));
            assertEquals("eleven", table.getSelectionModel().getSelectedItem());

            table.fill(List.of("two"));
            assertTrue(around.isNeedsLayout(), "it is less high now");
            around.layout();
            resize(table, 400);
            assertEquals(List.of("two", "3"), texts(cells(table)));
        });
    }

    private static List<Node> cells(DenseTable<?> table) {
        return table.lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .filter(row -> !row.isEmpty())
                .sorted(Comparator.comparing(TableRow::getIndex))
                .flatMap(row -> row.getChildrenUnmodifiable().stream())
                .map(Node.class::cast)
                .toList();
    }

    private static List<String> texts(List<Node> cells) {
        return cells.stream().map(cell -> ((TableCell<?, ?>) cell).getText()).toList();
    }
}
