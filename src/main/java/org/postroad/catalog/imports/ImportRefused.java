package org.postroad.catalog.imports;

/** The file cannot be imported as it was asked for; the message says why and what to do. Nothing was taken. */
final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImportRefused(String message) {
        super(message);
    }
}
