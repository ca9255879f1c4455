package org.postroad.catalog.imports;

/** The file cannot be imported with these options. The message says why and what to do. Nothing was imported. */
final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImportRefused(String message) {
        super(message);
    }
}
