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

    private final Tokens tokens;
    private final TrackedMessages messages;
    private final Outcomes outcomes;
    private final Topics topics;

    UnsubscribeController(Tokens tokens, TrackedMessages messages, Outcomes outcomes, Topics topics) {
        this.tokens = tokens;
        this.messages = messages;
        this.outcomes = outcomes;
        this.topics = topics;
    }

    @GetMapping("/u/{token}")
    ModelAndView ask(@PathVariable String token) {
        return named(token).map(message -> page("unsubscribe", message)).orElseGet(Pages::unknownLink);
    }

    /** An unknown token is answered 200 too: RFC 8058 callers learn nothing, and have nothing to repair. */
    @PostMapping("/u/{token}")
    ModelAndView withdraw(
            @PathVariable String token,
            @RequestParam(name = "List-Unsubscribe", required = false) @Nullable String oneClick) {
        Optional<TrackedMessage> named = named(token);
        named.ifPresent(message ->
                outcomes.unsubscribed(message, message.topic(), oneClick == null ? "unsubscribe_page" : "one_click"));
        ModelAndView page = named.map(message -> page("unsubscribed", message)).orElseGet(Pages::unknownLink);
        page.setStatus(HttpStatus.OK);
        return page;
    }

    private Optional<TrackedMessage> named(String token) {
        return tokens.read(TokenKind.UNSUBSCRIBE, token).map(Token::messageId).flatMap(messages::find);
    }

    private ModelAndView page(String name, TrackedMessage message) {
        String preferences = tokens.write(new Token(TokenKind.PREFERENCES, message.id(), 0));
        return Pages.page(name, Map.of("topic", topics.wording(message.topic()), "preferences", "/p/" + preferences));
    }
}
