package org.postroad.learn;

/** There are too few examples to train on. The message says how many there are and how many are needed. */
final class TrainingRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainingRefused(String message) {
        super(message);
    }
}
