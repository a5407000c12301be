package io.crossdock.codec;

import java.util.Arrays;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/** State bytes that this release cannot read: what they should be, where they are, why they are not, and what to do. */
public final class UnknownStateException extends RuntimeException {

    private static final int MARKER = 2;
    private static final int HEADER = 10;

    UnknownStateException(Schema expected, @Nullable String where, byte[] bytes, Throwable cause) {
        super(text(expected, where, bytes), cause);
    }

    private static String text(Schema expected, @Nullable String where, byte[] bytes) {
        return "Cannot read " + expected.getName() + " from " + (where == null ? "a store" : where) + ": "
                + why(expected, bytes)
                + " Start the release that wrote the state, or rebuild the state from the raw topics:"
                + " stop every instance, start them again with CROSSDOCK_EPOCH one higher; targets are muted until they are"
                + " switched on.";
    }

    private static String why(Schema expected, byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != (byte) 0xC3 || bytes[1] != (byte) 0x01) {
            return "the bytes do not begin as state does (C3 01, then the fingerprint of a schema).";
        }
        return "it was written with a schema of fingerprint "
                + HexFormat.of().formatHex(Arrays.copyOfRange(bytes, MARKER, HEADER)) + ", this release knows "
                + HexFormat.of().formatHex(fingerprint(expected)) + ".";
    }

    private static byte[] fingerprint(Schema schema) {
        long value = SchemaNormalization.parsingFingerprint64(schema);
        byte[] bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            // Little-endian, as in the header.
            bytes[i] = (byte) (value >> (8 * i));
        }
        return bytes;
    }
}
