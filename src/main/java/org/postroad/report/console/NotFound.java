package org.postroad.report.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What to say when there is no such thing. */
final class NotFound {

    private NotFound() {}

    static ResponseStatusException page(String sentence) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
    }
}
