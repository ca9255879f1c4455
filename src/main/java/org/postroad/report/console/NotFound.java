package org.postroad.report.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Makes a 404 that {@link ErrorPageAdvice} shows as a page. */
final class NotFound {

    private NotFound() {}

    static ResponseStatusException page(String sentence) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
    }
}
