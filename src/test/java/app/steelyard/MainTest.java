package app.steelyard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Properties;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MainTest {
    private Button button;

    @Start
    void start(Stage stage) {
        button = new Button("Weigh");
        button.setOnAction(event -> button.setText("Weighed"));
        stage.setScene(new Scene(button));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(980);
        stage.setHeight(760);
        stage.show();
    }

    @Test
    void aClickReachesTheButton(FxRobot robot) {
        robot.clickOn(button);
        assertEquals("Weighed", button.getText());
        assertEquals(980, button.getScene().getWindow().getWidth());
    }

    @Test
    void theVersionIsKnownAtRunTime() throws Exception {
        var properties = new Properties();
        try (var in = Main.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        }
        assertEquals("0.1.0", properties.getProperty("version"));
    }
}
