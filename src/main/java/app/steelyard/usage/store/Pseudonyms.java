package app.steelyard.usage.store;

import app.steelyard.usage.row.Privacy;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Stands in for what must not be kept: a short name for a key or a tenant, a digest for an id or a prefix. The same
 * value always has the same stand-in in one ledger, and another one in every other ledger.
 */
public final class Pseudonyms {
    private static final int SHOWN = 4;

    private final MessageDigest digest;
    private final byte[] salt;

    public Pseudonyms(String salt) {
        this.salt = salt.getBytes(StandardCharsets.UTF_8);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String key(String value) {
        return "key-" + shown(value);
    }

    public String tenant(String value) {
        return "tenant-" + shown(value);
    }

    /** A project's name may be kept, unless it is something private. */
    public String unlessPublic(String value) {
        return Privacy.isPrivate(value) ? tenant(value) : value;
    }

    /** 63 bits of a digest. */
    long digest(String value) {
        return ByteBuffer.wrap(bytes(value)).getLong() & Long.MAX_VALUE;
    }

    /** 126 bits of a digest, so that no two of billions of ids meet by chance. */
    BigInteger wideDigest(String value) {
        return new BigInteger(1, bytes(value)).shiftRight(256 - 126);
    }

    private String shown(String value) {
        return HexFormat.of().formatHex(bytes(value), 0, SHOWN);
    }

    private byte[] bytes(String value) {
        digest.update(salt);
        return digest.digest(value.getBytes(StandardCharsets.UTF_8));
    }
}
