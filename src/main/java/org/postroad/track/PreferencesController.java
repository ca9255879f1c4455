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

/** The preference centre: which topics somebody wants mail on. Only what was changed is recorded. */
@Controller
class PreferencesController {

    private static final String SOURCE = "preference_centre";

    private final LinkTokenCodec linkTokenCodec;
    private final TrackedMessages messages;
    private final Customers customers;
    private final TrackingEvents trackingEvents;
    private final ConsentTopics consentTopics;

    PreferencesController(
            LinkTokenCodec linkTokenCodec,
            TrackedMessages messages,
            Customers customers,
            TrackingEvents trackingEvents,
            ConsentTopics consentTopics) {
        this.linkTokenCodec = linkTokenCodec;
        this.messages = messages;
        this.customers = customers;
        this.trackingEvents = trackingEvents;
        this.consentTopics = consentTopics;
    }

    /** One line of the page. */
    private record Choice(String topic, String wording, boolean wanted) {

        Map<String, Object> shown() {
            return Map.of("topic", topic, "wording", wording, "wanted", wanted);
        }
    }

    @GetMapping("/p/{token}")
    ModelAndView show(@PathVariable String token) {
        return named(token)
                .map(message -> page(choices(message.customerId()), false))
                .orElseGet(RecipientPages::unknownLink);
    }

    @PostMapping("/p/{token}")
    ModelAndView save(@PathVariable String token, @RequestParam(name = "topic", defaultValue = "") Set<String> wanted) {
        return named(token).map(message -> change(message, wanted)).orElseGet(RecipientPages::unknownLink);
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
            trackingEvents.unsubscribed(message, changed.topic(), SOURCE);
        } else {
            trackingEvents.subscribed(message, changed.topic(), SOURCE, changed.wording());
        }
    }

    private List<Choice> choices(String customerId) {
        Map<String, Consent> said =
                customers.find(customerId).map(Customer::consents).orElse(Map.of());
        return consentTopics.offeredWith(said.keySet()).stream()
                .map(topic -> new Choice(topic, consentTopics.wording(topic), granted(said.get(topic))))
                .toList();
    }

    private static boolean granted(@Nullable Consent consent) {
        return consent != null && consent.granted();
    }

    private Optional<TrackedMessage> named(String token) {
        return linkTokenCodec
                .read(LinkTokenKind.PREFERENCES, token)
                .map(LinkToken::messageId)
                .flatMap(messages::find);
    }

    private static ModelAndView page(List<Choice> choices, boolean saved) {
        return RecipientPages.page(
                "preferences",
                Map.of("choices", choices.stream().map(Choice::shown).toList(), "saved", saved));
    }
}
