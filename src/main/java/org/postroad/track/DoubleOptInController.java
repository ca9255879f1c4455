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
 * Serves the double opt-in. {@code GET} shows a page with one button and changes nothing, since scanners follow links;
 * {@code POST} subscribes.
 */
@Controller
class DoubleOptInController {

    private final LinkTokenCodec tokens;
    private final TrackedMessages messages;
    private final TrackingEvents events;
    private final ConsentTopics topics;

    DoubleOptInController(
            LinkTokenCodec tokens, TrackedMessages messages, TrackingEvents events, ConsentTopics topics) {
        this.tokens = tokens;
        this.messages = messages;
        this.events = events;
        this.topics = topics;
    }

    @GetMapping("/y/{token}")
    ModelAndView form(@PathVariable String token) {
        return answer(token, message -> page("confirm", message));
    }

    @PostMapping("/y/{token}")
    ModelAndView subscribe(@PathVariable String token) {
        return answer(token, message -> {
            events.confirmed(message, topics.wording(message.confirms()));
            return page("confirmed", message);
        });
    }

    private ModelAndView answer(String token, Function<TrackedMessage, ModelAndView> answer) {
        Optional<TrackedMessage> message = tokens.read(LinkTokenKind.CONFIRM, token)
                .map(LinkToken::messageId)
                .flatMap(messages::find);
        return message.map(answer).orElseGet(RecipientPages::unknownLink);
    }

    private ModelAndView page(String name, TrackedMessage message) {
        String preferences = tokens.write(new LinkToken(LinkTokenKind.PREFERENCES, message.id(), 0));
        return RecipientPages.page(
                name, Map.of("topic", topics.wording(message.confirms()), "preferences", "/p/" + preferences));
    }
}
