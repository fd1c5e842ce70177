package app.steelyard.offline;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Raises the {@link Alarm} instead of opening a channel. */
public final class ChannelsAlarm extends SelectorProvider {
    /** Made by the JDK. */
    public ChannelsAlarm() {}

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw Alarm.raise("datagram channel");
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        throw Alarm.raise("datagram channel");
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw Alarm.raise("pipe");
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        throw Alarm.raise("selector");
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        throw Alarm.raise("server socket channel");
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw Alarm.raise("socket channel");
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        throw Alarm.raise("socket channel");
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
        throw Alarm.raise("server socket channel");
    }
}
