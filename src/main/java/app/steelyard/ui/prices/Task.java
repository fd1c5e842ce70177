package app.steelyard.ui.prices;

import javafx.scene.Node;

/** What is being done with prices: a card, and below all that scrolls what ends it. */
interface Task {
    /** What ends it, always in sight. */
    Node foot();

    /** Once it is shown: puts the keyboard where one begins. */
    default void begin() {}
}
