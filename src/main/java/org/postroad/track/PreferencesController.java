package org.postroad.track;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.consent.Consent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Serves the preference centre: the topics that a customer wants mail on. Records only changes. */
@Controller
class PreferencesController {

    private static final String SOURCE = "preference_centre";

    private final LinkTokenCodec tokens;
    private final TrackedMessages messages;
    private final Customers customers;
    private final TrackingEvents events;
    private final ConsentTopics topics;

    PreferencesController(
            LinkTokenCodec tokens,
            TrackedMessages messages,
            Customers customers,
            TrackingEvents events,
            ConsentTopics topics) {
        this.tokens = tokens;
        this.messages = messages;
        this.customers = customers;
        this.events = events;
        this.topics = topics;
    }

    /** One row of the page. */
    private record Choice(String topic, String wording, boolean wanted) {

        Map<String, Object> model() {
            return Map.of("topic", topic, "wording", wording, "wanted", wanted);
        }
    }

    @GetMapping("/p/{token}")
    ModelAndView show(@PathVariable String token) {
        return messageOf(token)
                .map(message -> page(choices(message.customerId()), false))
                .orElseGet(RecipientPages::unknownLink);
    }

    @PostMapping("/p/{token}")
    ModelAndView save(@PathVariable String token, @RequestParam(name = "topic", defaultValue = "") Set<String> wanted) {
        return messageOf(token).map(message -> change(message, wanted)).orElseGet(RecipientPages::unknownLink);
    }

    private ModelAndView change(TrackedMessage message, Set<String> wanted) {
        List<Choice> before = choices(message.customerId());
        before.stream()
                .filter(choice -> choice.wanted() != wanted.contains(choice.topic()))
                .forEach(choice -> record(message, choice));
        return page(
                before.stream()
                        .map(each -> new Choice(each.topic(), each.wording(), wanted.contains(each.topic())))
                        .toList(),
                true);
    }

    private void record(TrackedMessage message, Choice changed) {
        if (changed.wanted()) {
            events.unsubscribed(message, changed.topic(), SOURCE);
        } else {
            events.subscribed(message, changed.topic(), SOURCE, changed.wording());
        }
    }

    private List<Choice> choices(String customerId) {
        Map<String, Consent> consents =
                customers.find(customerId).map(Customer::consents).orElse(Map.of());
        return topics.offeredWith(consents.keySet()).stream()
                .map(topic -> new Choice(topic, topics.wording(topic), granted(consents.get(topic))))
                .toList();
    }

    private static boolean granted(@Nullable Consent consent) {
        return consent != null && consent.granted();
    }

    private Optional<TrackedMessage> messageOf(String token) {
        return tokens.read(LinkTokenKind.PREFERENCES, token)
                .map(LinkToken::messageId)
                .flatMap(messages::find);
    }

    private static ModelAndView page(List<Choice> choices, boolean saved) {
        return RecipientPages.page(
                "preferences",
                Map.of("choices", choices.stream().map(Choice::model).toList(), "saved", saved));
    }
}
