package org.postroad.recommend;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postroad.customer.Customer;

/** What a customer is interested in: what they read of late, and what they say that they like. */
final class Interests {

    /** The customer's own words: a list of topics or categories. */
    private static final String STATED = "interests";

    private Interests() {}

    /** Weight by topic: what is read adds up to one, and so does what is stated. */
    static Map<String, Double> of(Customer customer, Map<String, Double> read) {
        Map<String, Double> interests = new HashMap<>();
        addShares(interests, read);
        List<String> stated = stated(customer);
        stated.forEach(topic -> interests.merge(key(topic), 1.0 / stated.size(), Double::sum));
        return interests;
    }

    /** Adds these weights, scaled so that they sum up to one. */
    static void addShares(Map<String, Double> interests, Map<String, Double> weights) {
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.forEach((topic, weight) -> interests.merge(key(topic), weight / all, Double::sum));
    }

    /** Topics differ by more than their case. */
    static String key(String topic) {
        return topic.toLowerCase(Locale.ROOT);
    }

    static List<String> stated(Customer customer) {
        return customer.attributes().get(STATED) instanceof Collection<?> topics
                ? topics.stream().map(String::valueOf).toList()
                : List.of();
    }
}
