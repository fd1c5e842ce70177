package app.steelyard.app.decide;

/**
 * One page of the wizard.
 *
 * @param item id of the item asked about; empty on every page that is about none
 */
public record WizardPage(Stage stage, String item) {

    /** The steps, each of one page, but for the questions: of one page an item. */
    public enum Stage {
        DESCRIBE,
        ITEMS,
        QUESTIONS,
        SYSTEM,
        RESULT
    }

    public static WizardPage of(Stage stage) {
        return new WizardPage(stage, "");
    }
}
