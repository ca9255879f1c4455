package org.postroad.customer;

import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A stable pseudo-random number for each customer and purpose: the same on every node and for ever. It assigns customers
 * to holdouts, branches of a split and jitter without storing anything.
 */
public final class HashBucket {

    private static final double TWO_TO_53 = 0x1p53;

    private HashBucket() {}

    /** Uniform over [0, 1): the first 53 bits of SHA-256 of purpose, line feed and customer id. Never change it. */
    public static double of(String customerId, String purpose) {
        byte[] digest = DigestUtils.sha256(purpose + "\n" + customerId);
        return (ByteBuffer.wrap(digest).getLong() >>> 11) / TWO_TO_53;
    }
}
