package io.crossdock.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Half a SHA-256 in hex: long enough that two texts never share it by chance, short enough for a name. */
public final class ShortHash {

    private static final int BYTES = 16;

    private ShortHash() {}

    /** 32 hex digits that depend on {@code text} alone. */
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
