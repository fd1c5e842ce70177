package app.steelyard.installer;

import app.steelyard.ui.shell.Logo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;

/**
 * The program's icon as each platform wants it, drawn from its logo.
 *
 * @param folder holds {@code steelyard.png}, {@code steelyard.ico}, {@code steelyard.icns} and {@code steelyard-SIZE.png}
 */
record Icons(Path folder) {
    /** Sizes of the desktop's icon theme on Linux. */
    static final List<Integer> THEME = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 128, 256);

    /** Types of the pictures in an ICNS file that hold a PNG. */
    private static final Map<String, Integer> MAC = new LinkedHashMap<>();

    static {
        MAC.put("icp4", 16);
        MAC.put("icp5", 32);
        MAC.put("ic07", 128);
        MAC.put("ic08", 256);
        MAC.put("ic09", 512);
        MAC.put("ic10", 1024);
    }

    static Icons draw(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<Integer, byte[]> pictures = new TreeMap<>();
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                for (int size : List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024)) {
                    pictures.put(size, png(size));
                }
                drawn.complete(null);
            } catch (RuntimeException e) {
                drawn.completeExceptionally(e);
            }
        });
        drawn.join();
        for (int size : THEME) {
            Files.write(folder.resolve("steelyard-" + size + ".png"), pictures.get(size));
        }
        Files.write(folder.resolve("steelyard.png"), pictures.get(256));
        Files.write(folder.resolve("steelyard.ico"), ico(pictures));
        Files.write(folder.resolve("steelyard.icns"), icns(pictures));
        return new Icons(folder);
    }

    /** Lets the toolkit go, which would keep the build alive. */
    static void done() {
        Platform.exit();
    }

    Path file(String ending) {
        return folder.resolve("steelyard" + ending);
    }

    Path theme(int size) {
        return folder.resolve("steelyard-" + size + ".png");
    }

    private static byte[] png(int size) {
        try {
            BufferedImage picture = SwingFXUtils.fromFXImage(Logo.icon(size), null);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory of pictures, then the pictures; all numbers little-endian, 256 written as 0. */
    private static byte[] ico(Map<Integer, byte[]> pictures) {
        int offset = 6 + 16 * WINDOWS.size();
        int length =
                offset + WINDOWS.stream().mapToInt(s -> pictures.get(s).length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
        for (int size : WINDOWS) {
            int bytes = pictures.get(size).length;
            file.put((byte) size).put((byte) size).putShort((short) 0);
            file.putShort((short) 1).putShort((short) 32).putInt(bytes).putInt(offset);
            offset += bytes;
        }
        WINDOWS.forEach(size -> file.put(pictures.get(size)));
        return file.array();
    }

    /** Chunks of type, length and picture, in one such chunk; all numbers big-endian. */
    private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(bytes);
        file.write("icns".getBytes(StandardCharsets.US_ASCII));
        file.writeInt(8
                + MAC.values().stream()
                        .mapToInt(s -> 8 + pictures.get(s).length)
                        .sum());
        for (Map.Entry<String, Integer> entry : MAC.entrySet()) {
            byte[] picture = pictures.get(entry.getValue());
            file.write(entry.getKey().getBytes(StandardCharsets.US_ASCII));
            file.writeInt(8 + picture.length);
            file.write(picture);
        }
        return bytes.toByteArray();
    }
}
