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
import org.postroad.event.inbox.InboxMetrics;
import org.postroad.event.store.Events;
import org.postroad.json.BadInput;
import org.postroad.json.BodyEntry;
import org.postroad.json.JsonFields;
import org.postroad.sql.AfterCommit;
import org.postroad.time.WorkSignal;
import org.springframework.stereotype.Service;

/** Takes events in: reads and checks each, stores those that are new, and wakes the pump. */
@Service
class DefaultEventIntake implements EventIntake {

    private static final int MOST_PROPERTY_BYTES = 16 * 1024;

    private final EventReader reader;
    private final Events events;
    private final List<EventIntakeCheck> checks;
    private final OutcomePublishing outcomes;
    private final Clock clock;
    private final WorkSignal workSignal;
    private final InboxMetrics meters;

    DefaultEventIntake(
            EventReader reader,
            Events events,
            List<EventIntakeCheck> checks,
            OutcomePublishing outcomes,
            Clock clock,
            WorkSignal workSignal,
            InboxMetrics meters) {
        this.reader = reader;
        this.events = events;
        this.checks = checks;
        this.outcomes = outcomes;
        this.clock = clock;
        this.workSignal = workSignal;
        this.meters = meters;
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

    /** As they came over HTTP: a broken line is rejected like any other event that cannot be read. */
    Receipt acceptEntries(List<BodyEntry> submitted) {
        return acceptEntries(submitted, MOST_PROPERTY_BYTES);
    }

    private Receipt acceptEntries(List<BodyEntry> submitted, int mostPropertyBytes) {
        SubmittedBatch submittedBatch = read(submitted, mostPropertyBytes);
        List<Event> events = List.copyOf(submittedBatch.byId.values());
        Map<String, String> warnings = warnings(events);
        Set<String> stored = store(events, false); // last, so that whatever fails, nothing was taken in
        Receipt receipt = new Receipt(
                stored.size(),
                submitted.size() - submittedBatch.rejected.size() - stored.size(),
                submittedBatch.rejected,
                submittedBatch.remarks(stored, warnings));
        AfterCommit.run(() -> meters.received(receipt));
        return receipt;
    }

    @Override
    public void record(List<Event> made) {
        store(made, outcomes.isEnabled());
    }

    private SubmittedBatch read(List<BodyEntry> submitted, int mostPropertyBytes) {
        SubmittedBatch submittedBatch = new SubmittedBatch();
        for (int index = 0; index < submitted.size(); index++) {
            try {
                submittedBatch.add(
                        index, reader.read(JsonFields.of(submitted.get(index), "an event"), mostPropertyBytes));
            } catch (BadInput refusal) {
                submittedBatch.rejected.add(new Receipt.Remark(index, String.valueOf(refusal.getMessage())));
            }
        }
        return submittedBatch;
    }

    private Set<String> store(List<Event> wanted, boolean outcome) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        Set<String> stored = events.insert(wanted, clock.instant().truncatedTo(ChronoUnit.MICROS), outcome);
        if (!stored.isEmpty()) {
            workSignal.signalAfterCommit();
        }
        return stored;
    }

    private Map<String, String> warnings(List<Event> events) {
        Map<String, String> warnings = new HashMap<>();
        checks.forEach(check -> check.warnings(events)
                .forEach((id, warning) -> warnings.merge(id, warning, (one, other) -> one + "; " + other)));
        return warnings;
    }

    /** What was read from one submission; of events with the same id, the first counts. */
    private static final class SubmittedBatch {
        final Map<String, Event> byId = new LinkedHashMap<>();
        final Map<String, Integer> indexById = new LinkedHashMap<>();
        final List<Receipt.Remark> rejected = new ArrayList<>();

        void add(int index, Event event) {
            if (byId.putIfAbsent(event.id(), event) == null) {
                indexById.put(event.id(), index);
            }
        }

        /** The warnings of those that were stored, in the order in which they were sent. */
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
