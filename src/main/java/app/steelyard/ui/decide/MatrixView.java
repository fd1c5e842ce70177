package app.steelyard.ui.decide;

import app.steelyard.decision.Matrix;
import app.steelyard.text.Texts;
import app.steelyard.ui.kit.Fx;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The comparison, an alternative a row, so that it needs no more width than there is and no sentence is cut. */
final class MatrixView extends GridPane {
    private static final Texts TEXTS = Texts.of(MatrixView.class);
    private static final double NAME = 13;
    private static final double PURPOSE = 20;
    private static final double TALLEST = 440;
    private static final int LONG = 120;

    MatrixView(Matrix matrix) {
        setId("decide.matrix");
        getStyleClass().add("decide-matrix");
        setAccessibleText(TEXTS.get("result.matrix"));
        column(NAME);
        add(cell("", "matrix-head"), 0, 0);
        for (int r = 0; r < matrix.rows().size(); r++) {
            Matrix.Row row = matrix.rows().get(r);
            column(
                    row.aspect() == Matrix.Aspect.PURPOSE
                            ? PURPOSE
                            : (100 - NAME - PURPOSE) / (matrix.rows().size() - 1));
            add(cell(row.aspect().label(), "decide-name", "matrix-head"), r + 1, 0);
            for (int c = 0; c < row.cells().size(); c++) {
                String said = row.cells().get(c);
                VBox cell = c == 0 ? cell(said, "matrix-chosen") : cell(said);
                add(cell, r + 1, c + 1);
            }
        }
        for (int c = 0; c < matrix.columns().size(); c++) {
            VBox name = cell(matrix.columns().get(c).approach().label(), "decide-name");
            if (c == 0) {
                name.getStyleClass().add("matrix-chosen");
            }
            add(name, 0, c + 1);
        }
    }

    private void column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setHgrow(Priority.ALWAYS);
        column.setHalignment(HPos.LEFT);
        getColumnConstraints().add(column);
    }

    /** A sentence of very long names ends in dots, and the tooltip has it whole. */
    private static VBox cell(String text, String... styles) {
        Label label = Fx.label(Fx.unbroken(text));
        label.setWrapText(true);
        label.setMaxHeight(TALLEST);
        label.setAlignment(Pos.TOP_LEFT);
        label.setTooltip(text.length() > LONG ? Fx.tooltip(text) : null);
        VBox cell = Fx.styled(new VBox(label), "decide-cell");
        cell.getStyleClass().addAll(styles);
        return cell;
    }
}
