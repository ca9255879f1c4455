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
 * Encodes and verifies the tokens in a mail's links: 36 bytes, which are exactly 48 characters of URL-safe Base64. An exact
 * fit leaves no spare bits, so that each token has one spelling only.
 *
 * <pre>version 1 | kind 1 | message id 16 | position 2 | HMAC-SHA-256, first 128 bits 16</pre>
 */
@Component
class LinkTokenCodec {

    private static final byte VERSION = 1;
    private static final int PAYLOAD = 20;
    private static final int SIGNATURE = 16;
    private static final int CHARACTERS = 48;
    private static final String HMAC = "HmacSHA256";
    private static final int MAX_POSITIONS = 1 << Character.SIZE;

    /** One per thread, since creating one takes longer than signing. */
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
        if (linkToken.position() < 0 || linkToken.position() >= MAX_POSITIONS) {
            throw new IllegalArgumentException("A message can have " + MAX_POSITIONS + " links at most.");
        }
        byte[] payload = payloadOf(linkToken);
        byte[] whole = Arrays.copyOf(payload, PAYLOAD + SIGNATURE);
        System.arraycopy(sign(payload), 0, whole, PAYLOAD, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** The content of the token; empty unless it is genuine and of this kind. */
    Optional<LinkToken> read(LinkTokenKind kind, String text) {
        return decode(text).filter(this::isGenuine).flatMap(whole -> parse(kind, whole));
    }

    private static Optional<byte[]> decode(String text) {
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text)).filter(each -> each.length == PAYLOAD + SIGNATURE);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Compares in constant time ({@link MessageDigest#isEqual}). */
    private boolean isGenuine(byte[] whole) {
        byte[] payload = Arrays.copyOf(whole, PAYLOAD);
        return MessageDigest.isEqual(sign(payload), Arrays.copyOfRange(whole, PAYLOAD, whole.length));
    }

    private static Optional<LinkToken> parse(LinkTokenKind kind, byte[] whole) {
        ByteBuffer payload = ByteBuffer.wrap(whole);
        if (payload.get() != VERSION || payload.get() != kind.letter()) {
            return Optional.empty();
        }
        return Optional.of(new LinkToken(kind, new UUID(payload.getLong(), payload.getLong()), payload.getChar()));
    }

    private static byte[] payloadOf(LinkToken linkToken) {
        return ByteBuffer.allocate(PAYLOAD)
                .put(VERSION)
                .put((byte) linkToken.kind().letter())
                .putLong(linkToken.messageId().getMostSignificantBits())
                .putLong(linkToken.messageId().getLeastSignificantBits())
                .putChar((char) linkToken.position())
                .array();
    }

    private byte[] sign(byte[] payload) {
        return Arrays.copyOf(signers.get().doFinal(payload), SIGNATURE);
    }
}
