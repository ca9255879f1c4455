package org.postroad.track;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The few pages that people reach from a mail without a login. They never show whose mail it was. */
final class RecipientPages {

    private RecipientPages() {}

    static ModelAndView page(String name, Map<String, ?> model) {
        return new ModelAndView("track/" + name, model);
    }

    /** Says nothing about why: a guessed token learns nothing. */
    static ModelAndView unknownLink() {
        return new ModelAndView("track/unknown-link", HttpStatus.NOT_FOUND);
    }
}
