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
 * Clicks and opens. Where a click leads was stored when the mail was written and is never taken from the request, so
 * nobody can borrow this server's name to send people elsewhere. {@code HEAD} answers alike and records nothing: it
 * comes from scanners.
 */
@Controller
class ClickAndOpenController {

    /** A transparent GIF of one pixel: 43 octets. */
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==");

    private final LinkTokenCodec linkTokenCodec;
    private final TrackedMessages messages;
    private final TrackingEvents trackingEvents;

    ClickAndOpenController(LinkTokenCodec linkTokenCodec, TrackedMessages messages, TrackingEvents trackingEvents) {
        this.linkTokenCodec = linkTokenCodec;
        this.messages = messages;
        this.trackingEvents = trackingEvents;
    }

    @GetMapping("/c/{token}")
    Object click(
            @PathVariable String token,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
        return linkTokenCodec
                .read(LinkTokenKind.CLICK, token)
                .flatMap(genuine -> follow(genuine, method, userAgent))
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
                    .ifPresent(
                            message -> trackingEvents.clicked(message, linkToken.position(), target.get(), userAgent));
        }
        return target;
    }

    @GetMapping("/o/{token}.gif")
    ResponseEntity<byte[]> open(
            @PathVariable String token,
            HttpMethod method,
            @RequestHeader(name = HttpHeaders.USER_AGENT, required = false) @Nullable String userAgent) {
        Optional<TrackedMessage> opened = linkTokenCodec
                .read(LinkTokenKind.OPEN, token)
                .map(LinkToken::messageId)
                .flatMap(messages::find);
        if (method == HttpMethod.GET) {
            opened.ifPresent(message -> trackingEvents.opened(message, userAgent));
        }
        return ResponseEntity.status(opened.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_GIF)
                .body(PIXEL);
    }
}
