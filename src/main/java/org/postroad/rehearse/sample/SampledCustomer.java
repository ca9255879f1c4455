package org.postroad.rehearse.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.event.Event;

/**
 * A customer of the installation, anonymised.
 *
 * @param suppressed why the address gets no mail; null if it does
 * @param past what happened to the customer, in order of time
 */
record SampledCustomer(
        String id,
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String locale,
        @Nullable String timeZone,
        Map<String, Object> attributes,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String suppressed,
        List<SampledConsent> consents,
        List<Event> past) {

    /** What the customer last said on a topic. */
    record SampledConsent(String topic, boolean granted, Instant at) {}
}
