package app.steelyard.offline;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/**
 * Raises the {@link Alarm}, where it is armed, instead of looking up a host; where Java has a list of hosts, no look-up
 * leaves the machine.
 */
public final class NamesAlarm extends InetAddressResolverProvider {
    /** Made by the JDK. */
    public NamesAlarm() {}

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver usual = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                raise(host);
                return usual.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                raise("an address");
                return usual.lookupByAddress(address);
            }
        };
    }

    private static void raise(String what) throws UnknownHostException {
        if (Alarm.isArmed() && System.getProperty("jdk.net.hosts.file") == null) {
            throw new UnknownHostException(Alarm.raise("look-up of " + what).getMessage());
        }
    }

    @Override
    public String name() {
        return "alarm";
    }
}
