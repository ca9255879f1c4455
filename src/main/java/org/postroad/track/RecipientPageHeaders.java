package org.postroad.track;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Anyone who holds a token can open its page, so tokens must not leak: no referrer, cache, search engine or frame. */
@ControllerAdvice(
        assignableTypes = {
            ClickAndOpenController.class,
            UnsubscribeController.class,
            PreferencesController.class,
            DoubleOptInController.class
        })
class RecipientPageHeaders {

    @ModelAttribute
    void setHeaders(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
    }
}
