package app.steelyard.ui.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The screens of the rail, one question each. */
enum Screen {
    GALLERY(Feather.GRID),
    DECIDE(Feather.COMPASS),
    CALCULATE(Feather.BAR_CHART_2),
    WHAT_IF(Feather.ACTIVITY),
    USAGE(Feather.DOWNLOAD),
    REPORT(Feather.FILE_TEXT);

    private final Ikon icon;

    Screen(Ikon icon) {
        this.icon = icon;
    }

    Ikon icon() {
        return icon;
    }
}
