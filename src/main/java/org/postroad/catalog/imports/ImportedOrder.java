package org.postroad.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An order, collected from its lines. */
final class ImportedOrder {

    private final List<OrderLine> lines = new ArrayList<>();

    void add(OrderLine line) {
        lines.add(line);
    }

    List<Long> lineNumbers() {
        return lines.stream().map(OrderLine::number).toList();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * The order as a {@code purchased} event. A return has a negative total, so a customer's totals add up to what was
     * paid.
     *
     * @param source separates the orders of different shops: a part of the event's id
     */
    JsonNode purchased(String source, Optional<String> currency, ObjectMapper mapper) {
        OrderLine first = lines.get(0);
        ObjectNode event = mapper.createObjectNode()
                .put("id", source + ":order:" + first.order())
                .put("customerId", first.customer())
                .put("type", "purchased")
                .put(
                        "occurredAt",
                        lines.stream()
                                .map(OrderLine::time)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()
                                .toString());
        ObjectNode properties = event.putObject("properties")
                .put("orderId", first.order())
                .put("total", lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        currency.ifPresent(code -> properties.put("currency", code));
        ArrayNode items = properties.putArray("items");
        lines.forEach(line -> items.addObject()
                .put("productId", line.product())
                .put("quantity", line.quantity())
                .put("price", line.price()));
        return event;
    }
}
