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
 * Takes customers as applications write them. A consent that is given or withdrawn here becomes an event, so that the
 * road learns of it: journeys that wait for it begin, and those that it forbids end.
 */
@Service
class DefaultCustomerIntake implements CustomerIntake {

    private final CustomerReader reader;
    private final JdbcCustomers customers;
    private final Consents consents;
    private final EventIntake events;

    DefaultCustomerIntake(CustomerReader reader, JdbcCustomers customers, Consents consents, EventIntake events) {
        this.reader = reader;
        this.customers = customers;
        this.consents = consents;
        this.events = events;
    }

    @Override
    @Transactional
    public void put(JsonFields customer) {
        CustomerReader.CustomerInput customerInput = reader.read(customer);
        String id = customerInput.details().customerId();
        customers.put(customerInput.details());
        Map<String, Consent> before = consents.of(id);
        consents.merge(customerInput.consents().entrySet().stream()
                .map(said -> new ConsentChange(id, Optional.of(said.getKey()), said.getValue()))
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
