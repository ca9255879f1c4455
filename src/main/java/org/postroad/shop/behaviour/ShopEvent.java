package org.postroad.shop.behaviour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.zip.CRC32C;

/** Something that happened in the shop, as it is told to Postroad: the JSON of {@code POST /api/events}. */
public record ShopEvent(String customerId, String type, Instant at, Map<String, Object> properties) {

    private static final ObjectMapper IN_ORDER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * The same deed has the same id, so that a history that was cut short can be told again from the start. Deeds that
     * differ have different ones, also those of one kind in the same second, such as two mails that are opened.
     */
    String id() {
        return "shop:" + customerId + ":" + type + ":" + Long.toString(at.getEpochSecond(), 36) + ":" + checksum();
    }

    private String checksum() {
        try {
            CRC32C checksum = new CRC32C();
            checksum.update(IN_ORDER.writeValueAsBytes(properties));
            return Long.toString(checksum.getValue(), 36);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The simulated shop made an event that is no JSON.", e);
        }
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
