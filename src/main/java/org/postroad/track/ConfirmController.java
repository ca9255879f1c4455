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
class ConfirmController {

    private final Tokens tokens;
    private final TrackedMessages messages;
    private final Outcomes outcomes;
    private final Topics topics;

    ConfirmController(Tokens tokens, TrackedMessages messages, Outcomes outcomes, Topics topics) {
        this.tokens = tokens;
        this.messages = messages;
        this.outcomes = outcomes;
        this.topics = topics;
    }

    @GetMapping("/y/{token}")
    ModelAndView ask(@PathVariable String token) {
        return answer(token, message -> page("confirm", message));
    }

    @PostMapping("/y/{token}")
    ModelAndView subscribe(@PathVariable String token) {
        return answer(token, message -> {
            outcomes.confirmed(message, topics.wording(message.confirms()));
            return page("confirmed", message);
        });
    }

    private ModelAndView answer(String token, Function<TrackedMessage, ModelAndView> answer) {
        Optional<TrackedMessage> named =
                tokens.read(TokenKind.CONFIRM, token).map(Token::messageId).flatMap(messages::find);
        return named.map(answer).orElseGet(Pages::unknownLink);
    }

    private ModelAndView page(String name, TrackedMessage message) {
        String preferences = tokens.write(new Token(TokenKind.PREFERENCES, message.id(), 0));
        return Pages.page(
                name, Map.of("topic", topics.wording(message.confirms()), "preferences", "/p/" + preferences));
    }
}
