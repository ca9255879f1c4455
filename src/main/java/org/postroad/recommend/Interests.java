package org.postroad.recommend;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postroad.customer.Customer;

/** A customer's interests by topic: what they read lately, and what they state in the attribute {@code interests}. */
final class Interests {

    /** The attribute with the customer's stated interests: a list of topics or categories. */
    private static final String STATED = "interests";

    private Interests() {}

    /** Weight by topic: read topics add up to 1, and so do stated ones. */
    static Map<String, Double> of(Customer customer, Map<String, Double> read) {
        Map<String, Double> interests = new HashMap<>();
        addShares(interests, read);
        List<String> stated = stated(customer);
        stated.forEach(topic -> interests.merge(key(topic), 1.0 / stated.size(), Double::sum));
        return interests;
    }

    /** Adds these weights, scaled to a sum of 1. */
    static void addShares(Map<String, Double> interests, Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.forEach((topic, weight) -> interests.merge(key(topic), weight / sum, Double::sum));
    }

    /** The topic in lower case: topics are compared without regard to case. */
    static String key(String topic) {
        return topic.toLowerCase(Locale.ROOT);
    }

    /** The interests that the customer states, as written. */
    static List<String> stated(Customer customer) {
        return customer.attributes().get(STATED) instanceof Collection<?> topics
                ? topics.stream().map(String::valueOf).toList()
                : List.of();
    }
}
