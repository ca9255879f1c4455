package org.postroad.decide;

/**
 * Whether a customer buys because of a discount: by what a discount changes, not by the habit of using one. Who always buys with a
 * code may buy without, too.
 */
public interface PriceSensitivity {

    /** Never fails: what cannot be known is {@code false}, with the reason. */
    Answer of(String customerId);

    /**
     * Whether, and what it rests on.
     *
     * @param reason in a sentence
     */
    record Answer(boolean sensitive, String reason) {}
}
