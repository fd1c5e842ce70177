package app.steelyard.chart.draw;

import app.steelyard.chart.ColorRole;

/**
 * The colours of a theme. Architectures and drivers keep apart for colour-blind readers by lightness as well as by hue.
 */
public enum Palette {
    LIGHT,
    DARK,
    /** As light, on white paper. */
    PRINT;

    /** The colour as {@code #rrggbb}. */
    public String color(ColorRole role) {
        return this == DARK ? dark(role) : light(role);
    }

    private static String light(ColorRole role) {
        return switch (role) {
            case UNCACHED -> "#6e7681";
            case PROMPT_CACHING -> "#0969da";
            case RETRIEVAL -> "#13585d";
            case FINE_TUNING -> "#bc4c00";
            case HYBRID -> "#6d33b0";
            case AS_PLACED -> "#24292f";
            case AS_IS -> "#bf8700";
            case OTHER_MODEL -> "#b83280";
            case REORDERED -> "#1a7f37";
            case DRIVER_INPUT -> "#0a4a8f";
            case DRIVER_CACHE_WRITE -> "#3d8bdd";
            case DRIVER_CACHE_READ -> "#a8cbf3";
            case DRIVER_CACHE_STORAGE -> "#54aeae";
            case DRIVER_OUTPUT -> "#e3b341";
            case DRIVER_RETRIEVAL -> "#7a5230";
            case DRIVER_HOSTING -> "#d98ba8";
            case DRIVER_TRAINING -> "#bc4c00";
            case DRIVER_PEOPLE -> "#57606a";
            case DRIVER_FAILURES -> "#c62a5b";
            case DRIVER_FEES -> "#6e5494";
            case DRIVER_AGREED -> "#8a6d3b";
            case WORSE -> "#bc4c00";
            case BETTER -> "#0969da";
            case LOW_END -> "#b58a00";
            case HIGH_END -> "#0a4a8f";
            case BACKGROUND -> "#ffffff";
            case TEXT -> "#1f2328";
            case MUTED -> "#59636e";
            case GRID -> "#d8dee4";
            case BAND -> "#dff3e4";
        };
    }

    private static String dark(ColorRole role) {
        return switch (role) {
            case UNCACHED -> "#9198a1";
            case PROMPT_CACHING -> "#4493f8";
            case RETRIEVAL -> "#39c5cf";
            case FINE_TUNING -> "#ff974e";
            case HYBRID -> "#d2a8ff";
            case AS_PLACED -> "#f0f6fc";
            case AS_IS -> "#bf8700";
            case OTHER_MODEL -> "#d6409f";
            case REORDERED -> "#3fb950";
            case DRIVER_INPUT -> "#1f6feb";
            case DRIVER_CACHE_WRITE -> "#58a6ff";
            case DRIVER_CACHE_READ -> "#b6dcff";
            case DRIVER_CACHE_STORAGE -> "#56b6b6";
            case DRIVER_OUTPUT -> "#e3b341";
            case DRIVER_RETRIEVAL -> "#b08c6c";
            case DRIVER_HOSTING -> "#e5a3ba";
            case DRIVER_TRAINING -> "#f0883e";
            case DRIVER_PEOPLE -> "#8b949e";
            case DRIVER_FAILURES -> "#f0517f";
            case DRIVER_FEES -> "#a78bd0";
            case DRIVER_AGREED -> "#c9a66b";
            case WORSE -> "#f0883e";
            case BETTER -> "#4493f8";
            case LOW_END -> "#e3b341";
            case HIGH_END -> "#4493f8";
            case BACKGROUND -> "#0d1117";
            case TEXT -> "#f0f6fc";
            case MUTED -> "#9198a1";
            case GRID -> "#3d444d";
            case BAND -> "#12361f";
        };
    }
}
