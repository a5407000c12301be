package io.crossdock.local.prove.golive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The public name of an order, worked out as the documentation says: {@code ord_} and the UUID of version 5 of its root. */
final class PublicName {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID ORDERS = version5(DNS, "order.crossdock.io");

    private PublicName() {}

    static String of(String root) {
        return "ord_" + version5(ORDERS, root);
    }

    /** As RFC 9562, section 5.5, defines it. */
    private static UUID version5(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer hashed = ByteBuffer.allocate(2 * Long.BYTES + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(hashed.array()));
            hash.put(6, (byte) ((hash.get(6) & 0x0F) | 0x50)).put(8, (byte) ((hash.get(8) & 0x3F) | 0x80));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-1", e);
        }
    }
}
