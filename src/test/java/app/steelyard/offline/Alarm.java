package app.steelyard.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Goes off when anything in this Java opens a socket or looks up a host, whether or not the exception that it then gets is
 * swallowed. It cannot be taken out again, and channels hear of it only from the command line ({@link #OPTIONS}), so it
 * guards a Java of its own. Sockets that native code opens by itself are beyond it.
 */
final class Alarm {
    /** For the Java to be guarded. */
    static final List<String> OPTIONS = List.of(
            "-Djava.nio.channels.spi.SelectorProvider=" + ChannelsAlarm.class.getName(),
            "-Djava.nio.channels.spi.AsynchronousChannelProvider=" + AsynchronousAlarm.class.getName());

    private static final List<Throwable> RAISED = new CopyOnWriteArrayList<>();
    private static volatile boolean armed;

    private Alarm() {}

    @SuppressWarnings("deprecation")
    static void arm() throws IOException {
        armed = true;
        Socket.setSocketImplFactory(() -> {
            throw new UncheckedIOException(raise("socket"));
        });
        ServerSocket.setSocketFactory(() -> {
            throw new UncheckedIOException(raise("server socket"));
        });
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new UncheckedIOException(raise("datagram socket"));
        });
    }

    static boolean isArmed() {
        return armed;
    }

    /** Remembers where it went off, and returns what to throw. */
    static IOException raise(String what) {
        IOException alarm = new IOException("Steelyard is offline: " + what);
        RAISED.add(alarm);
        return alarm;
    }

    /** What went off since the last call. */
    static List<Throwable> heard() {
        List<Throwable> heard = List.copyOf(RAISED);
        RAISED.clear();
        return heard;
    }
}
