package org.postroad.event.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventIntakeCheck;
import org.postroad.event.Receipt;
import org.postroad.event.store.Events;
import org.postroad.json.BadInput;
import org.postroad.json.BodyEntry;
import org.postroad.json.JsonFields;
import org.postroad.sql.AfterCommit;
import org.postroad.time.WorkSignal;
import org.postroad.time.WorkTopic;
import org.springframework.stereotype.Service;

/** Reads and checks each event, stores those that are new, and wakes the processor. */
@Service
class DefaultEventIntake implements EventIntake {

    private static final int MOST_PROPERTY_BYTES = 16 * 1024;

    private final EventReader reader;
    private final Events events;
    private final List<EventIntakeCheck> checks;
    private final OutcomePublishing outcomes;
    private final Clock clock;
    private final WorkSignal workSignal;
    private final IntakeMetrics metrics;

    DefaultEventIntake(
            EventReader reader,
            Events events,
            List<EventIntakeCheck> checks,
            OutcomePublishing outcomes,
            Clock clock,
            WorkSignal workSignal,
            IntakeMetrics metrics) {
        this.reader = reader;
        this.events = events;
        this.checks = checks;
        this.outcomes = outcomes;
        this.clock = clock;
        this.workSignal = workSignal;
        this.metrics = metrics;
    }

    @Override
    public Receipt accept(List<JsonNode> submitted) {
        return accept(submitted, MOST_PROPERTY_BYTES);
    }

    @Override
    public Receipt accept(List<JsonNode> submitted, int mostPropertyBytes) {
        return acceptEntries(
                submitted.stream().<BodyEntry>map(BodyEntry.ValidEntry::new).toList(), mostPropertyBytes);
    }

    /** As {@link #accept(List)}, for the entries of an HTTP body: a broken line is rejected like an invalid event. */
    Receipt acceptEntries(List<BodyEntry> submitted) {
        return acceptEntries(submitted, MOST_PROPERTY_BYTES);
    }

    private Receipt acceptEntries(List<BodyEntry> submitted, int mostPropertyBytes) {
        SubmittedBatch batch = read(submitted, mostPropertyBytes);
        List<Event> events = List.copyOf(batch.byId.values());
        Map<String, String> warnings = warnings(events);
        Set<String> stored = store(events, false); // last: if a check fails, nothing was stored
        Receipt receipt = new Receipt(
                stored.size(),
                submitted.size() - batch.rejected.size() - stored.size(),
                batch.rejected,
                batch.remarks(stored, warnings));
        AfterCommit.run(() -> metrics.received(receipt));
        return receipt;
    }

    @Override
    public void record(List<Event> events) {
        store(events, outcomes.isEnabled());
    }

    private SubmittedBatch read(List<BodyEntry> submitted, int mostPropertyBytes) {
        SubmittedBatch batch = new SubmittedBatch();
        for (int index = 0; index < submitted.size(); index++) {
            try {
                batch.add(index, reader.read(JsonFields.of(submitted.get(index), "an event"), mostPropertyBytes));
            } catch (BadInput refusal) {
                batch.rejected.add(new Receipt.Remark(index, String.valueOf(refusal.getMessage())));
            }
        }
        return batch;
    }

    private Set<String> store(List<Event> received, boolean outcome) {
        if (received.isEmpty()) {
            return Set.of();
        }
        Set<String> stored = events.insert(received, clock.instant().truncatedTo(ChronoUnit.MICROS), outcome);
        if (!stored.isEmpty()) {
            workSignal.signalAfterCommit(WorkTopic.CUSTOMER_WORK);
        }
        return stored;
    }

    private Map<String, String> warnings(List<Event> events) {
        Map<String, String> warnings = new HashMap<>();
        checks.forEach(check -> check.warnings(events)
                .forEach((id, warning) -> warnings.merge(id, warning, (one, other) -> one + "; " + other)));
        return warnings;
    }

    /** The events of one submission; of several with the same id the first counts. */
    private static final class SubmittedBatch {
        final Map<String, Event> byId = new LinkedHashMap<>();
        final Map<String, Integer> indexById = new LinkedHashMap<>();
        final List<Receipt.Remark> rejected = new ArrayList<>();

        void add(int index, Event event) {
            if (byId.putIfAbsent(event.id(), event) == null) {
                indexById.put(event.id(), index);
            }
        }

        /** The warnings about stored events, in the order in which the events were sent. */
        List<Receipt.Remark> remarks(Set<String> stored, Map<String, String> warnings) {
            List<Receipt.Remark> remarks = new ArrayList<>();
            indexById.forEach((id, index) -> {
                String warning = warnings.get(id);
                if (warning != null && stored.contains(id)) {
                    remarks.add(new Receipt.Remark(index, warning));
                }
            });
            return remarks;
        }
    }
}
