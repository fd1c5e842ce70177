package app.steelyard.ui.decide;

/**
 * One page of the wizard.
 *
 * @param item id of the item asked about; empty on every page that is about none
 */
record Page(Stage stage, String item) {

    /** The steps, each of one page, but for the questions: of one page an item. */
    enum Stage {
        DESCRIBE,
        ITEMS,
        QUESTIONS,
        SYSTEM,
        RESULT
    }

    static Page of(Stage stage) {
        return new Page(stage, "");
    }
}
