package org.postroad.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.consent.Consent;
import org.postroad.customer.consent.ConsentChange;
import org.postroad.customer.consent.Consents;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventType;
import org.postroad.json.JsonFields;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores customers as applications write them: {@code PUT /api/customers/{id}}. A consent that this gives or withdraws
 * is recorded as an event, so that journeys that wait for it start and those that need it end.
 */
@Service
public class CustomerIntake {

    private final CustomerReader reader;
    private final JdbcCustomers customers;
    private final Consents consents;
    private final EventIntake events;

    CustomerIntake(CustomerReader reader, JdbcCustomers customers, Consents consents, EventIntake events) {
        this.reader = reader;
        this.customers = customers;
        this.consents = consents;
        this.events = events;
    }

    /**
     * Replaces what is known of a customer; consents are merged: on each topic the latest counts.
     *
     * @param customer as an application writes it, with its {@code id}
     * @throws org.postroad.json.BadInput with a sentence that names the field
     */
    @Transactional
    public void put(JsonFields customer) {
        CustomerReader.CustomerInput input = reader.read(customer);
        String id = input.details().customerId();
        customers.put(input.details());
        Map<String, Consent> before = consents.of(id);
        consents.merge(input.consents().entrySet().stream()
                .map(consent -> new ConsentChange(
                        id,
                        Optional.of(consent.getKey()),
                        consent.getValue(),
                        input.details().at()))
                .toList());
        events.record(changes(id, before, consents.of(id)));
    }

    private static List<Event> changes(String id, Map<String, Consent> before, Map<String, Consent> after) {
        List<Event> changes = new ArrayList<>();
        after.forEach((topic, consent) -> {
            if (consent.granted() != isGranted(before.get(topic))) {
                changes.add(change(id, topic, consent));
            }
        });
        return changes;
    }

    private static boolean isGranted(@Nullable Consent consent) {
        return consent != null && consent.granted();
    }

    private static Event change(String id, String topic, Consent consent) {
        return new Event(
                "consent:" + id + ":" + topic + ":" + consent.granted() + ":" + consent.at(),
                id,
                consent.granted() ? EventType.SUBSCRIBED : EventType.UNSUBSCRIBED,
                consent.at(),
                consent.toProperties(topic));
    }
}
