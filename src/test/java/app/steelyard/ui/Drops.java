package app.steelyard.ui;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/** Drags made up, as the headless platform has none: what the toolkit would tell a node of files dragged from outside. */
public final class Drops {
    private Drops() {}

    /** Over the node and let go, as far as the node takes them; whether it did. */
    public static boolean drop(Node target, List<Path> files) {
        Dragboard board = board(files.stream().map(Path::toFile).toList());
        DragEvent over = event(DragEvent.DRAG_OVER, board, target, TransferMode.COPY);
        target.fireEvent(over);
        if (!over.isAccepted()) {
            return false;
        }
        DragEvent dropped = event(DragEvent.DRAG_DROPPED, board, target, over.getAcceptedTransferMode());
        target.fireEvent(dropped);
        return dropped.isDropCompleted();
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node target, TransferMode mode) {
        return new DragEvent(
                null, target, type, board, 10, 10, 10, 10, mode, null, target, new PickResult(target, 10, 10));
    }

    /** One with files on it; without any, with a text. */
    private static Dragboard board(List<File> files) {
        DataFormat held = files.isEmpty() ? DataFormat.PLAIN_TEXT : DataFormat.FILES;
        Object content = files.isEmpty() ? "a text" : files;
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(
                Drops.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> held.equals(arguments[0]);
                    case "getContent" -> held.equals(arguments[0]) ? content : null;
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            return constructor.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
