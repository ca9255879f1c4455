package org.postroad.json;

/** What was sent cannot be used; the message is a sentence for the sender that names the field. Answered with 400. */
public final class BadInput extends RuntimeException {

    public BadInput(String sentence) {
        super(sentence);
    }
}
