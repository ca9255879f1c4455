package org.postroad.evaluate;

/** A file that an evaluation reads is not in the data folder, or has no rows. */
public final class MissingData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingData(String what) {
        super(what);
    }
}
