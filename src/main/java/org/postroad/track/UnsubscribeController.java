package org.postroad.track;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The way out, without login, cookie or second question. {@code GET} shows a page with one button and changes nothing,
 * for scanners follow links; {@code POST} withdraws at once, be it from that button or from a mail client (RFC 8058).
 */
@Controller
class UnsubscribeController {

    private final LinkTokenCodec linkTokenCodec;
    private final TrackedMessages messages;
    private final TrackingEvents trackingEvents;
    private final ConsentTopics consentTopics;

    UnsubscribeController(
            LinkTokenCodec linkTokenCodec,
            TrackedMessages messages,
            TrackingEvents trackingEvents,
            ConsentTopics consentTopics) {
        this.linkTokenCodec = linkTokenCodec;
        this.messages = messages;
        this.trackingEvents = trackingEvents;
        this.consentTopics = consentTopics;
    }

    @GetMapping("/u/{token}")
    ModelAndView form(@PathVariable String token) {
        return named(token).map(message -> page("unsubscribe", message)).orElseGet(RecipientPages::unknownLink);
    }

    /** An unknown token is answered 200 too: RFC 8058 callers learn nothing, and have nothing to repair. */
    @PostMapping("/u/{token}")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick) {
        Optional<TrackedMessage> named = named(token);
        named.ifPresent(message -> trackingEvents.unsubscribed(
                message, message.topic(), oneClick == null ? "unsubscribe_page" : "one_click"));
        ModelAndView page = named.map(message -> page("unsubscribed", message)).orElseGet(RecipientPages::unknownLink);
        page.setStatus(HttpStatus.OK);
        return page;
    }

    private Optional<TrackedMessage> named(String token) {
        return linkTokenCodec
                .read(LinkTokenKind.UNSUBSCRIBE, token)
                .map(LinkToken::messageId)
                .flatMap(messages::find);
    }

    private ModelAndView page(String name, TrackedMessage message) {
        String preferences = linkTokenCodec.write(new LinkToken(LinkTokenKind.PREFERENCES, message.id(), 0));
        return RecipientPages.page(
                name, Map.of("topic", consentTopics.wording(message.topic()), "preferences", "/p/" + preferences));
    }
}
