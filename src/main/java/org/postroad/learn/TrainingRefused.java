package org.postroad.learn;

/** There is nothing to train on, or not enough; the message says what there is and what is needed. */
final class TrainingRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainingRefused(String message) {
        super(message);
    }
}
