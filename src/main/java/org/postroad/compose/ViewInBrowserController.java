package org.postroad.compose;

import java.util.Optional;
import org.postroad.track.TrackingLinks;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows a letter as it was sent to anyone who holds its signed address. */
@RestController
class ViewInBrowserController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String UNKNOWN =
            "<!DOCTYPE html><html lang=\"en\"><title>Unknown link</title><p>This link does not work. It may have been cut"
                    + " off on its way; please open it again from the e-mail itself.</p></html>";

    private final TrackingLinks trackingLinks;
    private final StoredLetters letters;

    ViewInBrowserController(TrackingLinks trackingLinks, StoredLetters letters) {
        this.trackingLinks = trackingLinks;
        this.letters = letters;
    }

    @GetMapping("/v/{token}")
    ResponseEntity<String> view(@PathVariable String token) {
        Optional<String> html = trackingLinks.messageToView(token).flatMap(letters::html);
        return ResponseEntity.status(html.isPresent() ? 200 : 404)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src http: https:; style-src 'unsafe-inline'")
                .body(html.orElse(UNKNOWN));
    }
}
