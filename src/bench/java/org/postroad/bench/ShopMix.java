package org.postroad.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.shop.behaviour.ShopEvent;
import org.postroad.shop.behaviour.ShopHistory;
import org.postroad.shop.world.AssortmentReader;

/**
 * What the simulated shop's people do, in its order and mixture, told as fast as it is taken: sign-ups, consents, views,
 * reading, carts, orders. What became of their former provider's mails is left out.
 */
final class ShopMix {

    /** So many events make an acquaintance. */
    private static final int FIRST = 10;

    /** So many events lead to an order and include it. */
    private static final int UP_TO_AN_ORDER = 4;

    private static final Instant OPENED = Instant.parse("2026-11-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String prefix;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, Deque<Told>> recent = new HashMap<>();
    private final Set<String> ordered = new HashSet<>();
    private final List<Told> acquaintance = new ArrayList<>();
    private final List<Told> orders = new ArrayList<>();

    /**
     * An event as an application tells it: happening now.
     *
     * @param id unique, and known to whoever asks later what the event did
     */
    record Told(String id, String customer, String type, Map<String, Object> properties) {

        JsonNode toJson() {
            return JSON.createObjectNode()
                    .put("id", id)
                    .put("customerId", customer)
                    .put("type", type)
                    .set("properties", JSON.valueToTree(properties));
        }
    }

    /** @param prefix of the people's ids, so that each round meets people of its own */
    ShopMix(int people, long seed, String prefix) {
        this.prefix = prefix;
        new ShopHistory(new AssortmentReader("https://shop.example/images").assortment(), seed, people, OPENED)
                .generate(event -> {
                    if (!event.type().startsWith("email_")) {
                        sort(told(event));
                    }
                });
    }

    /** The first ten things that each of them does here. */
    List<Told> acquaintance() {
        return acquaintance;
    }

    /** Later, each one's first way to an order: the three events before it, and the order itself. */
    List<Told> orders() {
        return orders;
    }

    private void sort(Told told) {
        if (seen.getOrDefault(told.customer(), 0) <= FIRST) {
            acquaintance.add(told);
        } else if (!ordered.contains(told.customer())) {
            Deque<Told> last = recent.computeIfAbsent(told.customer(), customer -> new ArrayDeque<>());
            last.add(told);
            if (last.size() > UP_TO_AN_ORDER) {
                last.remove();
            }
            if (told.type().equals("purchased")) {
                orders.addAll(last);
                ordered.add(told.customer());
            }
        }
    }

    private Told told(ShopEvent event) {
        String customer = prefix + event.customerId();
        Map<String, Object> properties = new HashMap<>(event.properties());
        properties.computeIfPresent("email", (name, email) -> prefix + email);
        int number = seen.merge(customer, 1, Integer::sum);
        return new Told(customer + "/" + number, customer, event.type(), properties);
    }
}
