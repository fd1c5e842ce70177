package app.steelyard.ui.shell;

import app.steelyard.text.Texts;
import app.steelyard.ui.calculate.CalculateScreen;
import app.steelyard.ui.check.SelfCheckScreen;
import app.steelyard.ui.decide.DecideScreen;
import app.steelyard.ui.gallery.GalleryScreen;
import app.steelyard.ui.prices.PricesScreen;
import app.steelyard.ui.report.ReportScreen;
import app.steelyard.ui.usage.UsageScreen;
import app.steelyard.ui.whatif.WhatIfScreen;
import app.steelyard.ui.work.Page;
import app.steelyard.ui.work.Surroundings;
import java.util.function.Function;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The screens in the order of the rail, one question each. Another screen is a row here, two texts, and its page. */
enum Screen {
    GALLERY(Feather.GRID, GalleryScreen::new),
    DECIDE(Feather.COMPASS, DecideScreen::new),
    CALCULATE(Feather.BAR_CHART_2, CalculateScreen::new),
    WHAT_IF(Feather.ACTIVITY, WhatIfScreen::new),
    USAGE(Feather.DOWNLOAD, UsageScreen::new),
    PRICES(Feather.TAG, PricesScreen::new),
    REPORT(Feather.FILE_TEXT, ReportScreen::new),
    CHECK(Feather.CHECK_SQUARE, SelfCheckScreen::new);

    private static final Texts TEXTS = Texts.of(Screen.class);

    private final Ikon icon;
    private final Function<Surroundings, Page> maker;

    Screen(Ikon icon, Function<Surroundings, Page> maker) {
        this.icon = icon;
        this.maker = maker;
    }

    Ikon icon() {
        return icon;
    }

    String title() {
        return TEXTS.name(this);
    }

    /** Its title, and what can be done there. */
    String help() {
        return TEXTS.get("Screen." + name() + ".help");
    }

    Page make(Surroundings surroundings) {
        return maker.apply(surroundings);
    }
}
