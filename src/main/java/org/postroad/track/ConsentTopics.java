package org.postroad.track;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.postroad.customer.consent.Consent;
import org.springframework.stereotype.Component;

/** What people may subscribe to, in words. */
@Component
class ConsentTopics {

    private final Map<String, String> wordings;

    ConsentTopics(TrackSettings settings) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put(Consent.MARKETING, "News and offers");
        known.putAll(settings.topics());
        this.wordings = known;
    }

    /** A topic that nobody gave words to is shown by its name. */
    String wording(String topic) {
        return wordings.getOrDefault(topic, capitalised(topic.replace('_', ' ').replace('-', ' ')));
    }

    /** The topics that are offered to all, then those that only this customer has. */
    Collection<String> offeredWith(Collection<String> ofCustomer) {
        Collection<String> topics = new LinkedHashSet<>(wordings.keySet());
        topics.addAll(new TreeSet<>(ofCustomer));
        return topics;
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
