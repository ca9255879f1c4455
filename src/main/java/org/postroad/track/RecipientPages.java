package org.postroad.track;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The pages that recipients reach from a mail, without a login. They never show whose mail it was. */
final class RecipientPages {

    private RecipientPages() {}

    static ModelAndView page(String name, Map<String, ?> model) {
        return new ModelAndView("track/" + name, model);
    }

    /** Gives no reason, so that guessed tokens reveal nothing. */
    static ModelAndView unknownLink() {
        return new ModelAndView("track/unknown-link", HttpStatus.NOT_FOUND);
    }
}
