package io.crossdock.order.status;

import io.crossdock.order.fact.Identifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Gives an order its public name: {@code ord_} and the UUIDv5 of its root identifier, the same on every rebuild (R23). */
public final class OrderId {

    /** Namespace of orders: the UUIDv5 of {@code order.crossdock.io} among DNS names. Never changes. */
    static final UUID NAMESPACE =
            version5(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "order.crossdock.io");

    private OrderId() {}

    /** The order's public name. */
    public static String of(Identifier root) {
        return "ord_" + version5(NAMESPACE, root.toString());
    }

    /** A name-based UUID of version 5 as RFC 9562 section 5.5 defines it. */
    static UUID version5(UUID namespace, String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1; this one does not", e);
        }
    }
}
