package org.postroad.shop.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;

/** Something that happened in the shop, as it is told to Postroad: the JSON of {@code POST /api/events}. */
public record ShopEvent(String customerId, String type, Instant at, Map<String, Object> properties) {

    /** The same deed has the same id, so that a history that was cut short can be told again from the start. */
    String id() {
        return "shop:" + customerId + ":" + type + ":" + Long.toString(at.getEpochSecond(), 36);
    }

    JsonNode toJson(ObjectMapper mapper) {
        return mapper.createObjectNode()
                .put("id", id())
                .put("customerId", customerId)
                .put("type", type)
                .put("occurredAt", at.toString())
                .set("properties", mapper.valueToTree(properties));
    }
}
