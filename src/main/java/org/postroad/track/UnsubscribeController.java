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
 * Serves unsubscribe links, without login, cookie or second question. {@code GET} shows a page with one button and changes
 * nothing, since scanners follow links; {@code POST} withdraws consent, from that button or from a mail client (RFC 8058).
 */
@Controller
class UnsubscribeController {

    private final LinkTokenCodec tokens;
    private final TrackedMessages messages;
    private final TrackingEvents events;
    private final ConsentTopics topics;

    UnsubscribeController(
            LinkTokenCodec tokens, TrackedMessages messages, TrackingEvents events, ConsentTopics topics) {
        this.tokens = tokens;
        this.messages = messages;
        this.events = events;
        this.topics = topics;
    }

    @GetMapping("/u/{token}")
    ModelAndView form(@PathVariable String token) {
        return messageOf(token).map(message -> page("unsubscribe", message)).orElseGet(RecipientPages::unknownLink);
    }

    /** Unknown tokens get 200 too: callers of RFC 8058 learn nothing and cannot do anything about it. */
    @PostMapping("/u/{token}")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick) {
        Optional<TrackedMessage> unsubscribed = messageOf(token);
        unsubscribed.ifPresent(message ->
                events.unsubscribed(message, message.topic(), oneClick == null ? "unsubscribe_page" : "one_click"));
        ModelAndView page =
                unsubscribed.map(message -> page("unsubscribed", message)).orElseGet(RecipientPages::unknownLink);
        page.setStatus(HttpStatus.OK);
        return page;
    }

    private Optional<TrackedMessage> messageOf(String token) {
        return tokens.read(LinkTokenKind.UNSUBSCRIBE, token)
                .map(LinkToken::messageId)
                .flatMap(messages::find);
    }

    private ModelAndView page(String name, TrackedMessage message) {
        String preferences = tokens.write(new LinkToken(LinkTokenKind.PREFERENCES, message.id(), 0));
        return RecipientPages.page(
                name, Map.of("topic", topics.wording(message.topic()), "preferences", "/p/" + preferences));
    }
}
