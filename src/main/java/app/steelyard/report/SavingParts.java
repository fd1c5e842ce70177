package app.steelyard.report;

import app.steelyard.cost.Margin;
import app.steelyard.cost.result.Measures;
import app.steelyard.text.Money;

/**
 * What a saving against today's design is made of, two ways at once: what the other model saves and what the design does, and
 * of each what is less to pay for and what is fewer failures. All parts foot as they are shown, in whole units of what the
 * saving is shown in.
 *
 * @param all the saving
 * @param model what today's design would save on the model of the other one
 * @param design the rest
 * @param whole whether all are whole, without cents
 */
record SavingParts(Part all, Part model, Part design, boolean whole) {
    /** From here on amounts are told without cents, as {@link Money#inShort} does. */
    private static final double WHOLE_FROM = 999.5;

    /**
     * @param saved negative where it costs more; NaN where it is not known
     * @param onBill of that what is less to pay for; NaN where failures are not counted
     * @param onFailures the rest
     */
    record Part(Money saved, Money onBill, Money onFailures) {}

    /**
     * @param saving of the two as it is shown, set-up counted
     * @param share of the horizon that the amounts are of: 1, or a month
     * @param cents whether cents are told of every amount
     */
    static SavingParts of(Margin margin, Money saving, double share, boolean cents) {
        Measures measures = margin.one().measures();
        boolean whole = !cents && Math.abs(saving.value()) >= WHOLE_FROM;
        Money all = shown(saving, whole);
        Money model = shown(saving.with(measures.savedByModel() * share), whole);
        Money failures = shown(saving.with(failures(margin) * share), whole);
        Money ofModel = shown(saving.with(measures.savedOnFailuresByModel() * share), whole);
        Money design = all.minus(model).rounded();
        Money ofDesign = failures.minus(ofModel).rounded();
        return new SavingParts(part(all, failures), part(model, ofModel), part(design, ofDesign), whole);
    }

    /** An amount of these, to the digits of all. */
    String show(Money amount) {
        return whole ? amount.whole() : amount.full();
    }

    /** With as many digits as these. */
    Money shown(Money amount) {
        return shown(amount, whole);
    }

    /** As the statements of both have it. */
    private static double failures(Margin margin) {
        return new RoundedMoney(margin.one())
                .savedOnFailures(new RoundedMoney(margin.other()))
                .value();
    }

    private static Part part(Money saved, Money failures) {
        return new Part(saved, saved.minus(failures).rounded(), failures);
    }

    private static Money shown(Money amount, boolean whole) {
        return whole ? amount.with(Math.rint(amount.value())) : amount.rounded();
    }
}
