package org.postroad.track;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Double opt-in. {@code GET} shows a page with one button and changes nothing, for scanners follow links; {@code POST}
 * subscribes.
 */
@Controller
class DoubleOptInController {

    private final LinkTokenCodec linkTokenCodec;
    private final TrackedMessages messages;
    private final TrackingEvents trackingEvents;
    private final ConsentTopics consentTopics;

    DoubleOptInController(
            LinkTokenCodec linkTokenCodec,
            TrackedMessages messages,
            TrackingEvents trackingEvents,
            ConsentTopics consentTopics) {
        this.linkTokenCodec = linkTokenCodec;
        this.messages = messages;
        this.trackingEvents = trackingEvents;
        this.consentTopics = consentTopics;
    }

    @GetMapping("/y/{token}")
    ModelAndView form(@PathVariable String token) {
        return answer(token, message -> page("confirm", message));
    }

    @PostMapping("/y/{token}")
    ModelAndView subscribe(@PathVariable String token) {
        return answer(token, message -> {
            trackingEvents.confirmed(message, consentTopics.wording(message.confirms()));
            return page("confirmed", message);
        });
    }

    private ModelAndView answer(String token, Function<TrackedMessage, ModelAndView> answer) {
        Optional<TrackedMessage> named = linkTokenCodec
                .read(LinkTokenKind.CONFIRM, token)
                .map(LinkToken::messageId)
                .flatMap(messages::find);
        return named.map(answer).orElseGet(RecipientPages::unknownLink);
    }

    private ModelAndView page(String name, TrackedMessage message) {
        String preferences = linkTokenCodec.write(new LinkToken(LinkTokenKind.PREFERENCES, message.id(), 0));
        return RecipientPages.page(
                name, Map.of("topic", consentTopics.wording(message.confirms()), "preferences", "/p/" + preferences));
    }
}
