package org.postroad.json;

/** A request body exceeds a limit; nothing of it was stored. Answered with 413. */
public final class PayloadTooLarge extends RuntimeException {

    PayloadTooLarge(String sentence) {
        super(sentence);
    }
}
