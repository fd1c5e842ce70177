package app.steelyard.app.plan;

import app.steelyard.document.AgreedFile;
import app.steelyard.pricing.profile.PriceBookLoader;
import app.steelyard.text.Problem;
import java.util.ArrayList;
import java.util.List;

/** The prices of this user: the shipped ones, their own, and what is agreed with vendors for all plans. */
public final class PricesInForce {
    private PricesInForce() {}

    public static PriceBookLoader.Loaded load() {
        return with(PriceBookLoader.load(), AgreedFile.standard());
    }

    static PriceBookLoader.Loaded with(PriceBookLoader.Loaded loaded, AgreedFile file) {
        AgreedFile.Read agreed = file.read();
        List<Problem> problems = new ArrayList<>(loaded.problems());
        problems.addAll(agreed.problems());
        return new PriceBookLoader.Loaded(loaded.book().with(agreed.contract()), problems, loaded.files());
    }
}
