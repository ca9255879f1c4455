package org.postroad.event.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.postroad.event.Event;
import org.postroad.event.EventIntake;
import org.postroad.event.EventIntakeCheck;
import org.postroad.event.Receipt;
import org.postroad.event.store.Events;
import org.postroad.event.store.Events.Insertion;
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
    public Receipt accept(String sender, List<JsonNode> submitted) {
        return acceptEntries(sender, entries(submitted));
    }

    @Override
    public Receipt accept(List<JsonNode> submitted, int mostPropertyBytes) {
        return acceptEntries("", entries(submitted), mostPropertyBytes);
    }

    private static List<BodyEntry> entries(List<JsonNode> submitted) {
        return submitted.stream().<BodyEntry>map(BodyEntry.ValidEntry::new).toList();
    }

    /** As {@link #accept}, for the entries of an HTTP body: a broken line is rejected like an invalid event. */
    Receipt acceptEntries(String sender, List<BodyEntry> submitted) {
        return acceptEntries(sender, submitted, MOST_PROPERTY_BYTES);
    }

    private Receipt acceptEntries(String sender, List<BodyEntry> submitted, int mostPropertyBytes) {
        SubmittedBatch batch = read(submitted, mostPropertyBytes);
        List<Event> events = List.copyOf(batch.byId.values());
        Map<String, String> warnings = warnings(events);
        Insertion insertion = store(sender, events, false); // last: if a check fails, nothing was stored
        insertion.contradicting().forEach(batch::rejectContradicting);
        int stored = insertion.stored().size();
        Receipt receipt = new Receipt(
                stored,
                submitted.size() - batch.rejected.size() - stored,
                batch.rejected(),
                batch.remarks(insertion.stored(), warnings));
        AfterCommit.run(() -> metrics.received(receipt));
        return receipt;
    }

    @Override
    public void record(List<Event> events) {
        store("", events, outcomes.isEnabled());
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

    private Insertion store(String sender, List<Event> received, boolean outcome) {
        if (received.isEmpty()) {
            return new Insertion(Set.of(), Set.of());
        }
        Insertion insertion = events.insert(sender, received, clock.instant().truncatedTo(ChronoUnit.MICROS), outcome);
        if (!insertion.stored().isEmpty()) {
            workSignal.signalAfterCommit(WorkTopic.EVENTS);
        }
        return insertion;
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
            Event first = byId.putIfAbsent(event.id(), event);
            if (first == null) {
                indexById.put(event.id(), index);
            } else if (!hasSameContent(first, event)) {
                rejectContradicting(index, event.id());
            }
        }

        /** The times may differ: a sender that gives none sends the same event again at another time. */
        private static boolean hasSameContent(Event one, Event other) {
            return one.customerId().equals(other.customerId())
                    && one.type().equals(other.type())
                    && one.properties().equals(other.properties());
        }

        void rejectContradicting(String id) {
            rejectContradicting(Objects.requireNonNull(indexById.get(id)), id);
        }

        private void rejectContradicting(int index, String id) {
            rejected.add(new Receipt.Remark(
                    index,
                    "id '" + id + "' is that of another event which was received before, with another customer, type or"
                            + " properties; nothing was changed. Send this one with an id of its own."));
        }

        List<Receipt.Remark> rejected() {
            return rejected.stream()
                    .sorted(Comparator.comparingInt(Receipt.Remark::index))
                    .toList();
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
