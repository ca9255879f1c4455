package org.postroad.json;

/** More than one request may carry; nothing of it was taken in. Answered with 413. */
public final class TooMuch extends RuntimeException {

    TooMuch(String sentence) {
        super(sentence);
    }
}
