package app.steelyard.app.check;

import java.util.ArrayList;
import java.util.List;

/** Worked numbers of which one is expected to be what it is not. */
public final class Broken {
    private Broken() {}

    public static List<WorkedNumber> first(List<WorkedNumber> numbers) {
        List<WorkedNumber> broken = new ArrayList<>(numbers);
        WorkedNumber n = numbers.get(0);
        broken.set(
                0,
                new WorkedNumber(
                        n.id(), n.what(), n.source(), n.plan(), n.figures(), n.each(), n.expected() + 1, n.within()));
        return broken;
    }
}
