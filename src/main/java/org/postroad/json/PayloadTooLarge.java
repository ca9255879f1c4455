package org.postroad.json;

/** More than one request may carry; nothing of it was taken in. Answered with 413. */
public final class PayloadTooLarge extends RuntimeException {

    PayloadTooLarge(String sentence) {
        super(sentence);
    }
}
