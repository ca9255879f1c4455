package org.postroad.catalog;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.event.Event;
import org.postroad.event.EventIntakeCheck;
import org.postroad.event.LineItem;
import org.springframework.stereotype.Component;

/** Warns of events about products that the catalog does not know (yet). */
@Component
class UnknownProductCheck implements EventIntakeCheck {

    private final Catalog catalog;

    UnknownProductCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Map<String, String> warnings(List<Event> events) {
        Map<String, Product> known = catalog.products(
                events.stream().flatMap(UnknownProductCheck::mentioned).collect(Collectors.toSet()));
        Map<String, String> warnings = new HashMap<>();
        for (Event event : events) {
            Set<String> unknown = mentioned(event).collect(Collectors.toCollection(LinkedHashSet::new));
            unknown.removeAll(known.keySet());
            if (!unknown.isEmpty()) {
                warnings.put(event.id(), sentence(unknown));
            }
        }
        return warnings;
    }

    private static Stream<String> mentioned(Event event) {
        return Stream.concat(
                event.text("productId").stream(), event.items().stream().map(LineItem::productId));
    }

    private static String sentence(Set<String> unknown) {
        String first = unknown.iterator().next();
        String which = unknown.size() == 1
                ? "product '" + first + "' is"
                : "product '" + first + "' and " + (unknown.size() - 1) + " more are";
        return which
                + " not in the catalog: the event is kept and counts for orders and money, but not for its category"
                + " until the product is known";
    }
}
