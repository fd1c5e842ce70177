package app.steelyard.ui;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** Stands in for the window. */
public final class SteelyardApp extends Application {

    /** Made by the JavaFX launcher. */
    public SteelyardApp() {}

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("Steelyard"), 980, 760));
        stage.setTitle("Steelyard");
        stage.show();
    }
}
