package app.steelyard.cost.result;

/** How long a month is: a year of 8,760 hours has twelve months of 730. */
public final class Hours {
    public static final double PER_MONTH = 730;
    public static final double DAYS_PER_MONTH = PER_MONTH / 24;

    private Hours() {}
}
