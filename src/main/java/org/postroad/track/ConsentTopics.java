package org.postroad.track;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.postroad.customer.consent.Consent;
import org.springframework.stereotype.Component;

/** The topics that customers may subscribe to, with the wording of each. */
@Component
class ConsentTopics {

    private final Map<String, String> wordings;

    ConsentTopics(TrackSettings settings) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(Consent.MARKETING, "News and offers");
        known.putAll(settings.topics());
        this.wordings = known;
    }

    /** The configured wording, else the topic's name. */
    String wording(String topic) {
        return wordings.getOrDefault(topic, capitalised(topic.replace('_', ' ').replace('-', ' ')));
    }

    /** The configured topics, then the customer's others in alphabetical order. */
    Collection<String> offeredWith(Collection<String> ofCustomer) {
        Collection<String> topics = new LinkedHashSet<>(wordings.keySet());
        topics.addAll(new TreeSet<>(ofCustomer));
        return topics;
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
