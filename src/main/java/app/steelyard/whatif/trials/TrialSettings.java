package app.steelyard.whatif.trials;

/**
 * How a simulation runs.
 *
 * @param trials 1 to {@value #MOST_TRIALS}
 * @param seed any; the same one gives the same numbers, on any number of threads
 * @param threads at least 1
 */
public record TrialSettings(int trials, long seed, int threads) {
    /** What a person asks for; fewer tell nothing of how sure anything is. */
    public static final int FEWEST_TRIALS = 100;

    /** Five million trials of five architectures and ten ranges take about 1.2 GB. */
    public static final int MOST_TRIALS = 5_000_000;

    public static final int TRIALS = 10_000;
    public static final long SEED = 42;

    public static final TrialSettings DEFAULT =
            new TrialSettings(TRIALS, SEED, Runtime.getRuntime().availableProcessors());

    /** @throws IllegalArgumentException if a number is out of range */
    public TrialSettings {
        if (trials < 1 || trials > MOST_TRIALS || threads < 1) {
            throw new IllegalArgumentException("trials " + trials + ", threads " + threads);
        }
    }

    public TrialSettings withTrials(int value) {
        return new TrialSettings(value, seed, threads);
    }

    public TrialSettings withSeed(long value) {
        return new TrialSettings(trials, value, threads);
    }

    public TrialSettings withThreads(int value) {
        return new TrialSettings(trials, seed, value);
    }
}
