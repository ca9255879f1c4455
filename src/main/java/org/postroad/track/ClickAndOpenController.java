package org.postroad.track;

import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Serves clicks and opens. The target of a click was stored when the mail was composed and is never taken from the request,
 * so this server is no open redirect. {@code HEAD} gets the same response and records nothing: it comes from scanners.
 */
@Controller
class ClickAndOpenController {

    /** A transparent GIF of one pixel: 43 bytes. */
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    private final LinkTokenCodec tokens;
    private final TrackedMessages messages;
    private final TrackingEvents events;

    ClickAndOpenController(LinkTokenCodec tokens, TrackedMessages messages, TrackingEvents events) {
        this.tokens = tokens;
        this.messages = messages;
        this.events = events;
    }

    @GetMapping("/c/{token}")
    Object click(
            @PathVariable String token,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
        return tokens.read(LinkTokenKind.CLICK, token)
                .flatMap(linkToken -> follow(linkToken, method, userAgent))
                .<Object>map(target -> ResponseEntity.status(HttpStatus.FOUND)
                        .cacheControl(CacheControl.noStore())
                        .location(URI.create(URI.create(target).toASCIIString()))
                        .build())
                .orElseGet(RecipientPages::unknownLink);
    }

    private Optional<String> follow(LinkToken linkToken, HttpMethod method, @Nullable String userAgent) {
        Optional<String> target = messages.target(linkToken.messageId(), linkToken.position());
        if (target.isPresent() && method == HttpMethod.GET) {
            messages.find(linkToken.messageId())
                    .ifPresent(message -> events.clicked(message, linkToken.position(), target.get(), userAgent));
        }
        return target;
    }

    @GetMapping("/o/{token}.gif")
    ResponseEntity<byte[]> open(
            @PathVariable String token,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
        Optional<TrackedMessage> opened =
                tokens.read(LinkTokenKind.OPEN, token).map(LinkToken::messageId).flatMap(messages::find);
        if (method == HttpMethod.GET) {
            opened.ifPresent(message -> events.opened(message, userAgent));
        }
        return ResponseEntity.status(opened.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_GIF)
                .body(PIXEL);
    }
}
