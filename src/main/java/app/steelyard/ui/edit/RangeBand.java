package app.steelyard.ui.edit;

import app.steelyard.ui.kit.Fx;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The range of a number as a band under the track of its slider. */
final class RangeBand extends Pane {
    private static final double HEIGHT = 3;
    /** Above the lower edge of the slider. */
    private static final double LIFT = 1;

    private final Slider slider;
    private final Region band = Fx.styled(new Region(), "range-band");
    private double from;
    private double to;

    RangeBand(Slider slider) {
        this.slider = slider;
        getChildren().add(band);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Shows the band between two positions of the slider, 0 to 1; nothing where they are one. */
    void show(double low, double high) {
        setVisible(high > low);
        if (low != from || high != to) {
            from = low;
            to = high;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        Node thumb = slider.lookup(".thumb");
        double half = thumb instanceof Region region ? region.getWidth() / 2 : 0;
        double room = slider.getWidth() - 2 * half;
        band.resizeRelocate(
                half + from * room, getHeight() - HEIGHT - LIFT, Math.max(HEIGHT, (to - from) * room), HEIGHT);
    }
}
