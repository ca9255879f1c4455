package org.postroad.track;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Writes and reads the tokens in a mail's links: 36 octets, which is exactly 48 characters of url-safe Base64. An exact
 * fit leaves no spare bits, so that each token has one spelling only.
 *
 * <pre>version 1 | kind 1 | message id 16 | position 2 | HMAC-SHA-256, first 128 bits 16</pre>
 */
@Component
class LinkTokenCodec {

    private static final byte VERSION = 1;
    private static final int CLAIM = 20;
    private static final int SIGNATURE = 16;
    private static final int CHARACTERS = 48;
    private static final String HMAC = "HmacSHA256";
    private static final int MOST_POSITIONS = 1 << Character.SIZE;

    /** One for each thread, since it takes longer to make one than to sign. */
    private final ThreadLocal<Mac> signers;

    LinkTokenCodec(TrackingSecret secret) {
        SecretKeySpec key = new SecretKeySpec(secret.value(), HMAC);
        this.signers = ThreadLocal.withInitial(() -> signer(key));
    }

    private static Mac signer(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot compute HMAC-SHA-256.", e);
        }
    }

    String write(LinkToken linkToken) {
        if (linkToken.position() < 0 || linkToken.position() >= MOST_POSITIONS) {
            throw new IllegalArgumentException("A message can have " + MOST_POSITIONS + " links at most.");
        }
        byte[] claim = claimOf(linkToken);
        byte[] whole = Arrays.copyOf(claim, CLAIM + SIGNATURE);
        System.arraycopy(sign(claim), 0, whole, CLAIM, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What the token says, if it is genuine and of this kind. */
    Optional<LinkToken> read(LinkTokenKind kind, String text) {
        return decode(text).filter(this::genuine).flatMap(whole -> claimed(kind, whole));
    }

    private static Optional<byte[]> decode(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text)).filter(each -> each.length == CLAIM + SIGNATURE);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@link MessageDigest#isEqual} takes the same time wherever the first difference is. */
    private boolean genuine(byte[] whole) {
        byte[] claim = Arrays.copyOf(whole, CLAIM);
        return MessageDigest.isEqual(sign(claim), Arrays.copyOfRange(whole, CLAIM, whole.length));
    }

    private static Optional<LinkToken> claimed(LinkTokenKind kind, byte[] whole) {
        ByteBuffer claim = ByteBuffer.wrap(whole);
        if (claim.get() != VERSION || claim.get() != kind.letter()) {
            return Optional.empty();
        }
        return Optional.of(new LinkToken(kind, new UUID(claim.getLong(), claim.getLong()), claim.getChar()));
    }

    private static byte[] claimOf(LinkToken linkToken) {
        return ByteBuffer.allocate(CLAIM)
                .put(VERSION)
                .put((byte) linkToken.kind().letter())
                .putLong(linkToken.messageId().getMostSignificantBits())
                .putLong(linkToken.messageId().getLeastSignificantBits())
                .putChar((char) linkToken.position())
                .array();
    }

    private byte[] sign(byte[] claim) {
        return Arrays.copyOf(signers.get().doFinal(claim), SIGNATURE);
    }
}
