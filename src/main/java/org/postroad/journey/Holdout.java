package org.postroad.journey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.springframework.stereotype.Component;

/**
 * Who gets nothing, so that lift can be measured. Sticky: the same customer has the same lot in the same journey for
 * ever, whatever else happens; raising a share only adds customers.
 */
@Component
final class Holdout {

    private static final double TWO_TO_53 = 0x1p53;

    private final double globalShare;

    Holdout(JourneySettings settings) {
        this.globalShare = settings.globalHoldout();
    }

    boolean holds(String customerId, String journey, double share) {
        return lot(customerId, "") < globalShare || lot(customerId, journey) < share;
    }

    /** Evenly spread over [0, 1). */
    private static double lot(String customerId, String journey) {
        byte[] digest = sha256((journey + "\n" + customerId).getBytes(StandardCharsets.UTF_8));
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
