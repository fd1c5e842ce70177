package app.steelyard.app.plan;

import app.steelyard.document.AgreedFile;
import app.steelyard.document.PricesFolder;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Problem;
import java.util.List;
import java.util.stream.Stream;

/** The prices of this user: the shipped ones, their own, and what is agreed with vendors for all plans. */
public final class PricesInForce {
    private PricesInForce() {}

    public static PriceBookLoader.Loaded load() {
        return with(PriceBookLoader.load(), AgreedFile.standard(), PricesFolder.standard());
    }

    /** @param folder what a person added */
    public static PriceBookLoader.Loaded with(PriceBookLoader.Loaded loaded, AgreedFile file, PricesFolder folder) {
        AgreedFile.Read agreed = file.read();
        PricesFolder.Read added = folder.read();
        List<Problem> problems = Stream.of(loaded.problems(), agreed.problems(), added.problems())
                .flatMap(List::stream)
                .toList();
        return new PriceBookLoader.Loaded(
                loaded.book().with(added.overlay()).with(agreed.contract()), problems, loaded.files());
    }
}
