package app.steelyard.whatif.trials;

import app.steelyard.plan.Correlation;
import app.steelyard.text.Numbers;
import app.steelyard.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Ties even random numbers together so that their ranks correlate as stated: a Gaussian copula. Numbers that are tied to
 * none are left alone.
 */
final class Copula {
    private static final Texts TEXTS = Texts.of(Copula.class);

    /** Rounding of a matrix that is just not contradictory, such as two numbers that move as one. */
    private static final double TOLERANCE = 1e-9;

    private final List<Group> groups;

    private Copula(List<Group> groups) {
        this.groups = groups;
    }

    /** Numbers that are tied, directly or through others, and how their normal scores are mixed. */
    private record Group(int[] members, double[][] factor) {}

    /**
     * @param paths of the numbers
     * @param correlations between some of them
     * @param called what the number at a path is called in the message
     * @throws ContradictionException if they cannot hold together
     */
    static Copula of(List<String> paths, List<Correlation> correlations, UnaryOperator<String> called) {
        int n = paths.size();
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
        }
        for (Correlation correlation : correlations) {
            int first = paths.indexOf(correlation.first());
            int second = paths.indexOf(correlation.second());
            if (first >= 0 && second >= 0) {
                matrix[first][second] = pearson(correlation.coefficient());
                matrix[second][first] = matrix[first][second];
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int[] members : components(matrix)) {
            double[][] part = part(matrix, members);
            double[][] factor = cholesky(part);
            if (factor.length == 0) {
                throw contradiction(paths, correlations, called, matrix, members);
            }
            groups.add(new Group(members, factor));
        }
        return new Copula(groups);
    }

    /** The correlation of normal scores whose ranks correlate by {@code spearman}. */
    static double pearson(double spearman) {
        return 2 * Math.sin(Math.PI * spearman / 6);
    }

    /** Ties rows 0 to {@code rows} of the even random numbers {@code u}, by number and row, in place. */
    void tie(double[][] u, int rows) {
        for (Group group : groups) {
            int size = group.members.length;
            double[] scores = new double[size];
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < size; i++) {
                    scores[i] = QuantileTable.NORMAL.at(u[group.members[i]][row]);
                }
                for (int i = 0; i < size; i++) {
                    double[] weights = group.factor[i];
                    double mixed = 0;
                    for (int k = 0; k <= i; k++) {
                        mixed += weights[k] * scores[k];
                    }
                    u[group.members[i]][row] = NormalCdf.at(mixed);
                }
            }
        }
    }

    /** The sets of two and more numbers that are tied. */
    private static List<int[]> components(double[][] matrix) {
        int n = matrix.length;
        int[] label = IntStream.range(0, n).toArray();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                if (matrix[i][k] != 0 && label[i] != label[k]) {
                    int old = label[i];
                    int kept = label[k];
                    Arrays.setAll(label, m -> label[m] == old ? kept : label[m]);
                }
            }
        }
        return IntStream.range(0, n)
                .mapToObj(l -> IntStream.range(0, n).filter(i -> label[i] == l).toArray())
                .filter(members -> members.length > 1)
                .toList();
    }

    private static double[][] part(double[][] matrix, int[] members) {
        return Arrays.stream(members)
                .mapToObj(i ->
                        Arrays.stream(members).mapToDouble(k -> matrix[i][k]).toArray())
                .toArray(double[][]::new);
    }

    /** The lower triangle whose square is {@code matrix}; empty where that is no matrix of correlations. */
    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] factor = new double[n][n];
        for (int k = 0; k < n; k++) {
            double rest = left(matrix, factor, k, k);
            if (rest < -TOLERANCE) {
                return new double[0][];
            }
            double pivot = rest > TOLERANCE ? Math.sqrt(rest) : 0;
            factor[k][k] = pivot;
            for (int i = k + 1; i < n; i++) {
                double value = left(matrix, factor, i, k);
                if (pivot == 0 && Math.abs(value) > Math.sqrt(TOLERANCE)) {
                    return new double[0][];
                }
                factor[i][k] = pivot == 0 ? 0 : value / pivot;
            }
        }
        return factor;
    }

    private static double left(double[][] matrix, double[][] factor, int i, int k) {
        double value = matrix[i][k];
        for (int j = 0; j < k; j++) {
            value -= factor[i][j] * factor[k][j];
        }
        return value;
    }

    /** Names the pairs among as few of {@code members} as still contradict each other. */
    private static ContradictionException contradiction(
            List<String> paths,
            List<Correlation> correlations,
            UnaryOperator<String> called,
            double[][] matrix,
            int[] members) {
        int[] fewest = members;
        for (int member : members) {
            int[] fewer = Arrays.stream(fewest).filter(m -> m != member).toArray();
            if (cholesky(part(matrix, fewer)).length == 0 && fewer.length > 0) {
                fewest = fewer;
            }
        }
        List<String> named = Arrays.stream(fewest).mapToObj(paths::get).toList();
        List<Correlation> blamed = correlations.stream()
                .filter(c -> named.contains(c.first()) && named.contains(c.second()))
                .toList();
        String pairs = blamed.stream()
                .map(c -> TEXTS.get(
                        "contradiction.pair",
                        called.apply(c.first()),
                        called.apply(c.second()),
                        Numbers.count(c.coefficient())))
                .collect(Collectors.joining(TEXTS.get("contradiction.and")));
        return new ContradictionException(TEXTS.get("contradiction", pairs), blamed);
    }

    /** The standard normal distribution function, to 10⁻⁹. */
    private static final class NormalCdf {
        private static final double END = 5;
        private static final int STEPS = 1024;
        private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
        private static final double WIDTH = 2 * END / STEPS;
        private static final double[] VALUES = new double[STEPS + 1];
        private static final double[] SLOPES = new double[STEPS + 1];

        static {
            for (int i = 0; i <= STEPS; i++) {
                double z = i * WIDTH - END;
                VALUES[i] = NORMAL.cumulativeProbability(z);
                SLOPES[i] = NORMAL.density(z) * WIDTH;
            }
        }

        static double at(double z) {
            if (!(Math.abs(z) < END)) {
                // Never 0 or 1, whose quantile may be infinite.
                return Math.clamp(NORMAL.cumulativeProbability(z), Double.MIN_NORMAL, 1 - 0x1p-53);
            }
            double place = (z + END) / WIDTH;
            int step = (int) place;
            double t = place - step;
            double back = 1 - t;
            return back * back * ((1 + 2 * t) * VALUES[step] + t * SLOPES[step])
                    + t * t * ((1 + 2 * back) * VALUES[step + 1] - back * SLOPES[step + 1]);
        }
    }
}
