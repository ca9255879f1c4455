package org.postroad.customer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Lots that a customer draws once and keeps for ever, one for each purpose. */
public final class HashBucket {

    private static final double TWO_TO_53 = 0x1p53;

    private HashBucket() {}

    /** Evenly spread over [0, 1). */
    public static double of(String customerId, String purpose) {
        byte[] digest = sha256((purpose + "\n" + customerId).getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(digest).getLong() >>> 11) / TWO_TO_53;
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
