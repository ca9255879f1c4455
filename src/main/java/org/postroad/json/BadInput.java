package org.postroad.json;

/** Input from outside is not valid. The message is a sentence for the sender that names the field. Answered with 400. */
public final class BadInput extends RuntimeException {

    public BadInput(String sentence) {
        super(sentence);
    }
}
