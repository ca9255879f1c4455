package org.postroad.evaluate;

import java.nio.file.Path;

/** A file that an evaluation reads is not in the data folder. */
public final class MissingData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingData(Path file) {
        super("there is no " + file);
    }
}
