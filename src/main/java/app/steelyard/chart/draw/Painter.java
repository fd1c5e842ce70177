package app.steelyard.chart.draw;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What paints charts of one kind onto a canvas. */
abstract class Painter {
    final Canvas canvas;
    /** Of the letters; all else is told in it. */
    final double size;

    Painter(Canvas canvas) {
        this.canvas = canvas;
        this.size = canvas.size;
    }

    /** The greatest of {@code values} over {@code all}; 0 where there is nothing. */
    static <T> double greatest(List<T> all, ToDoubleFunction<T> values) {
        return all.stream().mapToDouble(values).max().orElse(0);
    }
}
