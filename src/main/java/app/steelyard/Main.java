package app.steelyard;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** Opens the window. */
public final class Main extends Application {

    /** Made by the JavaFX launcher. */
    public Main() {}

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("Steelyard"), 980, 760));
        stage.setTitle("Steelyard");
        stage.show();
    }

    public static void main(String[] args) {
        launch(args);
    }
}
