package app.steelyard.chart;

/** A place in a chart, in whatever units the one who asks for it uses. */
public record Point(double x, double y) {}
