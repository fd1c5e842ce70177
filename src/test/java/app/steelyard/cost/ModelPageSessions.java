package app.steelyard.cost;

import app.steelyard.Quadrature;
import app.steelyard.plan.Plan;
import app.steelyard.plan.PlanField;
import app.steelyard.plan.item.ContextItem;
import app.steelyard.plan.item.Growth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.gamma.Erf;

/** What docs/model.md says of sessions, by the page alone: paces, hit rates, and items that grow. */
final class ModelPageSessions {
    private static final double DAYS = 730.0 / 24;
    private static final double Z95 = 1.6448536269514722;

    private final Plan plan;
    private final double turns;
    private final double parallel;
    private final double[] distribution;
    private final Map<List<Double>, Double> integrals = new HashMap<>();

    ModelPageSessions(Plan plan) {
        this.plan = plan;
        this.turns = get(PlanField.TURNS);
        this.parallel = get(PlanField.PARALLEL);
        this.distribution = distribution();
    }

    private double get(PlanField field) {
        return field.get(plan);
    }

    // --- Section 1: paces

    /** Requests an hour on one copy for each request of the month, and the share of the requests that come so. */
    record Pace(double perHour, double share) {}

    List<Pace> paces(double copies, double zipf) {
        double a = get(PlanField.ACTIVE_HOURS_PER_DAY);
        double s = a >= 24 ? 1 : get(PlanField.ACTIVE_SHARE);
        double d = get(PlanField.ACTIVE_DAYS_PER_WEEK);
        double e = d >= 7 ? 1 : get(PlanField.ACTIVE_DAYS_SHARE);
        List<Pace> paces = new ArrayList<>();
        for (Pace group : groups(copies, zipf)) {
            for (boolean busyDay : new boolean[] {true, false}) {
                for (boolean busyHour : new boolean[] {true, false}) {
                    double share = (busyDay ? e : 1 - e) * (busyHour ? s : 1 - s);
                    double hours = (busyDay ? d / 7 : 1 - d / 7) * (busyHour ? a : 24 - a) * DAYS;
                    if (share > 0) {
                        paces.add(new Pace(share / hours * group.perHour / copies, share * group.share));
                    }
                }
            }
        }
        return paces;
    }

    /** By Zipf's law: what a copy of a group is asked for as a multiple of the mean, and the share of the group. */
    private static List<Pace> groups(double copies, double zipf) {
        if (zipf == 0 || copies == 1) {
            return List.of(new Pace(1, 1));
        }
        List<double[]> weights = new ArrayList<>();
        double all = 0;
        for (double first = 1; first <= copies; ) {
            double end = first < 8 ? first : Math.floor(1.4 * first);
            double last = Math.min(end, copies);
            double weight = 0;
            if (last - first < 16) {
                for (double rank = first; rank <= last; rank++) {
                    weight += Math.pow(rank, -zipf);
                }
            } else if (zipf == 1) {
                weight = Math.log((last + 0.5) / (first - 0.5));
            } else {
                weight = (Math.pow(last + 0.5, 1 - zipf) - Math.pow(first - 0.5, 1 - zipf)) / (1 - zipf);
            }
            weights.add(new double[] {weight, last - first + 1});
            all += weight;
            first = end + 1;
        }
        List<Pace> groups = new ArrayList<>();
        for (double[] weight : weights) {
            double share = weight[0] / all;
            groups.add(new Pace(share * copies / weight[1], share));
        }
        return groups;
    }

    // --- Section 2: hit rates

    private static double normal(double z) {
        return 0.5 + 0.5 * Erf.value(z / Math.sqrt(2));
    }

    private double spread(PlanField p95, PlanField median) {
        return Math.max(0.2, Math.log(get(p95) / get(median)) / Z95);
    }

    private double person() {
        return spread(PlanField.GAP_P95, PlanField.GAP_MEDIAN);
    }

    private double tool() {
        return spread(PlanField.TOOL_GAP_P95, PlanField.TOOL_GAP_MEDIAN);
    }

    private double mixed(double person, double tool) {
        double tools = get(PlanField.TOOL_SHARE);
        return (1 - tools) * person + tools * tool;
    }

    private double hours(PlanField median) {
        return get(median) / 3600;
    }

    private double within(double s) {
        return mixed(
                normal(Math.log(s / hours(PlanField.GAP_MEDIAN)) / person()),
                normal(Math.log(s / hours(PlanField.TOOL_GAP_MEDIAN)) / tool()));
    }

    private static double until(double s, double median, double spread) {
        double z = Math.log(s / median) / spread;
        return median * Math.exp(spread * spread / 2) * normal(z - spread) + s * normal(-z);
    }

    private double until(double s) {
        return mixed(
                until(s, hours(PlanField.GAP_MEDIAN), person()), until(s, hours(PlanField.TOOL_GAP_MEDIAN), tool()));
    }

    private boolean first;

    private double unused(double s, double sigma) {
        double own = first ? 1 : 1 - (1 - 1 / turns) * within(s);
        return own * Math.exp(-sigma * (s + (turns - 1) * until(s)));
    }

    /**
     * @param lambda requests an hour on one copy; 0 for what belongs to one session
     * @param mu changes an hour
     * @param ends of the steps of the staircase, in hours
     * @param delay hours until what was written can be read
     */
    double hitRate(double lambda, double mu, double[] ends, double[] shares, boolean renewed, double delay) {
        double found = readAtOnce(lambda, mu, ends, shares, renewed);
        return Math.max(0, found - (1 - found) * follow(lambda, delay));
    }

    /** The same of the first requests of sessions alone. */
    double firstHitRate(double lambda, double mu, double[] ends, double[] shares, boolean renewed, double delay) {
        first = true;
        double found = readAtOnce(lambda, mu, ends, shares, renewed);
        first = false;
        return Math.max(0, found - (1 - found) * follow(lambda, delay));
    }

    /** Of all requests, where a short one goes before those that start side by side. */
    double prewarmedHitRate(double lambda, double mu, double[] ends, double[] shares, double delay) {
        first = true;
        double ofFirst = readAtOnce(lambda, mu, ends, shares, true);
        first = false;
        double found = readAtOnce(lambda, mu, ends, shares, true) + (1 - ofFirst) / turns;
        return Math.max(0, found - (1 - found) * follow(lambda, delay));
    }

    /** The share of the requests that the next turn of their session follows within {@code delay} hours. */
    double nextWithin(double delay) {
        return delay == 0 ? 0 : (1 - 1 / turns) * within(delay);
    }

    private double follow(double lambda, double delay) {
        return delay == 0 ? 0 : (1 - 1 / turns) * within(delay) + lambda / (turns * parallel) * delay;
    }

    /** The share of the requests that none on the same copy follows within {@code s} hours. */
    double unfollowed(double lambda, double s) {
        return unused(s, lambda / (turns * parallel));
    }

    private double readAtOnce(double lambda, double mu, double[] ends, double[] shares, boolean renewed) {
        double sigma = lambda / (turns * parallel);
        double t = ends[ends.length - 1];
        boolean whole = ends.length == 1 && shares[0] == 1;
        double e = mu == 0 ? t : -Math.expm1(-mu * t) / mu;
        if (!renewed) {
            double served = sigma * turns * e + (first ? 0 : further(e));
            return shares[shares.length - 1] * served / (1 + served);
        }
        if (turns == 1 && whole) {
            return sigma == 0 ? 0 : sigma / (sigma + mu) * -Math.expm1(-(sigma + mu) * t);
        }
        double hit = 0;
        for (int i = 0; i < ends.length; i++) {
            double from = i == 0 ? 0 : ends[i - 1];
            double start = i == 0 ? 1 : Math.exp(-mu * from) * unused(from, sigma);
            double end = Math.exp(-mu * ends[i]) * unused(ends[i], sigma);
            hit += shares[i]
                    * (start - end - (mu == 0 || shares[i] == 0 ? 0 : mu * integral(from, ends[i], sigma, mu)));
        }
        return Math.max(0, Math.min(1, hit));
    }

    /** The integral of e^−μs·V(s), in the logarithm of time. */
    private double integral(double from, double to, double sigma, double mu) {
        return integrals.computeIfAbsent(
                List.of(from, to, sigma, mu, first ? 1.0 : 0.0), k -> integrated(from, to, sigma, mu));
    }

    private double integrated(double from, double to, double sigma, double mu) {
        double least = Math.max(from, 1e-12 * to);
        return Quadrature.of(
                        u -> Math.exp(u - mu * Math.exp(u)) * unused(Math.exp(u), sigma),
                        Math.log(least),
                        Math.log(to),
                        1e-12 / (1 + mu))
                + (from == 0 ? least : 0);
    }

    private double further(double hours) {
        double person = person();
        double tool = tool();
        double mean = mixed(
                hours(PlanField.GAP_MEDIAN) * Math.exp(person * person / 2),
                hours(PlanField.TOOL_GAP_MEDIAN) * Math.exp(tool * tool / 2));
        double square = mixed(
                Math.pow(hours(PlanField.GAP_MEDIAN), 2) * Math.exp(2 * person * person),
                Math.pow(hours(PlanField.TOOL_GAP_MEDIAN), 2) * Math.exp(2 * tool * tool));
        double sum = 0;
        double reaches = 1 - 1 / turns;
        for (int k = 1; reaches > 1e-5; k++) {
            double spread = Math.sqrt(Math.log1p((square - mean * mean) / (k * mean * mean)));
            double within = normal(Math.log(hours / (k * mean)) / spread + spread / 2);
            if (within < 1e-9) {
                break;
            }
            sum += reaches * within;
            reaches *= 1 - 1 / turns;
        }
        return sum;
    }

    // --- Section 3: items that grow, turn by turn

    /** The probabilities of sessions with 1, 2, … turns. */
    private double[] distribution() {
        double m = turns;
        double stated = get(PlanField.TURNS_SPREAD);
        double usual = m * (m - 1);
        double variance = Double.isNaN(stated) ? usual : stated * stated * m * m;
        if (m == 1) {
            return new double[] {1};
        }
        if (Math.abs(variance - usual) <= 1e-12 * usual) {
            return chain(1, 0, m);
        }
        if (variance > usual) {
            double longer = ((variance + m * m - 1) / (m - 1) - 1) / 2;
            double share = (m - 1) / (longer - 1);
            double[] some = chain(share, 0, longer);
            some[0] += 1 - share;
            return some;
        }
        double u = 0;
        double part = 0;
        for (int step = 0; step < 30; step++) {
            u = (Math.sqrt(1 + 4 * Math.max(0, variance - part * (1 - part))) - 1) / 2;
            part = m - 1 - u - Math.floor(m - 1 - u);
        }
        double certain = m - 1 - u;
        double[] fewer = chain(1 - part, (int) Math.floor(certain), 1 + u);
        double[] more = chain(part, (int) Math.floor(certain) + 1, 1 + u);
        for (int n = 0; n < fewer.length; n++) {
            more[n] += fewer[n];
        }
        return more;
    }

    /** Turns that are certain, and then {@code mean} of them on average, any of which may be the last. */
    private static double[] chain(double weight, int certain, double mean) {
        int longest = (int) (certain + 2 + (mean == 1 ? 0 : 40 / -Math.log1p(-1 / mean)));
        double[] p = new double[longest];
        for (int n = certain; n < longest; n++) {
            p[n] = weight / mean * Math.pow(1 - 1 / mean, n - certain);
        }
        return p;
    }

    private double perTurn(ContextItem item) {
        Growth g = item.growing();
        return g.perTurn() + g.keptAnswer() * get(PlanField.OUTPUT_TOKENS);
    }

    boolean grows(ContextItem item) {
        return perTurn(item) > 0;
    }

    /** Turns up to the first compaction. */
    private double rise(ContextItem item) {
        return Math.floor((item.growing().end() - item.tokens()) / perTurn(item)) + 1;
    }

    private boolean isCompacted(ContextItem item) {
        return grows(item) && item.growing().compactedTo() != null;
    }

    /** Turns since a compaction; −1 before the first one. */
    private double since(ContextItem item, int k) {
        if (!isCompacted(item) || k <= rise(item)) {
            return -1;
        }
        Growth g = item.growing();
        double length = Math.floor((g.end() - g.compactedTo()) / perTurn(item)) + 1;
        return (k - 1 - rise(item)) % length;
    }

    /** On turn {@code k}. */
    double size(ContextItem item, int k) {
        Growth g = item.growing();
        if (since(item, k) >= 0) {
            return g.compactedTo() + since(item, k) * perTurn(item);
        }
        Double end = g.window() == null ? g.end() : g.window();
        double size = item.tokens() + (k - 1) * perTurn(item);
        return grows(item) && end != null ? Math.min(end, size) : size;
    }

    /** Compactions for each request. */
    double compactions(ContextItem item) {
        return mean(k -> since(item, k) == 0 ? 1 : 0);
    }

    /** Tokens of it that these read. */
    double compacted(ContextItem item) {
        return mean(k -> since(item, k) == 0 ? size(item, k - 1) : 0);
    }

    /** What turn {@code k} sends as the turn before did. */
    private double again(ContextItem item, int k) {
        Double window = item.growing().window();
        boolean slid = window != null && item.tokens() + (k - 1) * perTurn(item) > window;
        return k == 1 || slid || since(item, k) == 0 ? 0 : size(item, k - 1);
    }

    interface OfTurn {
        double of(int turn);
    }

    /** The mean over the requests of all sessions. */
    double mean(OfTurn of) {
        double[] p = distribution;
        double reaches = 0;
        double sum = 0;
        for (int n = p.length; n >= 1; n--) {
            reaches += p[n - 1];
            sum += reaches * of.of(n);
        }
        return sum / turns;
    }

    double size(ContextItem item) {
        return grows(item) ? mean(k -> size(item, k)) : item.tokens();
    }

    /** The share of an item that a request reads where it is found. */
    double repeated(ContextItem item) {
        double kept = 1 - item.growing().rewritten();
        if (!grows(item)) {
            return kept;
        }
        double before = turns == 1 ? 0 : mean(k -> again(item, k)) / (1 - 1 / turns);
        return kept * before / Math.max(1, size(item));
    }
}
