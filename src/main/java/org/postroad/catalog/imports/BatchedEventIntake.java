package org.postroad.catalog.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.postroad.event.EventIntake;
import org.postroad.event.Receipt;

/** Hands events to the intake in batches and counts the lines that they came from. */
final class BatchedEventIntake {

    /** An order of a wholesaler may have thousands of lines; over REST the limit is 16 KiB an event. */
    private static final int MOST_PROPERTY_BYTES = 1 << 20;

    private static final int BATCH = 500;

    private final EventIntake intake;
    private final SkippedLines skipped;
    private final List<JsonNode> events = new ArrayList<>();
    private final List<List<Long>> lines = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long takenLines;

    BatchedEventIntake(EventIntake intake, SkippedLines skipped) {
        this.intake = intake;
        this.skipped = skipped;
    }

    /** @param from the numbers of the lines that make up the event */
    void add(JsonNode event, List<Long> from) {
        events.add(event);
        lines.add(from);
        if (events.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (events.isEmpty()) {
            return;
        }
        Receipt receipt = intake.accept(List.copyOf(events), MOST_PROPERTY_BYTES);
        accepted += receipt.accepted();
        duplicates += receipt.duplicates();
        takenLines += lines.stream().mapToLong(List::size).sum();
        receipt.rejected().forEach(this::skipRejected);
        events.clear();
        lines.clear();
    }

    private void skipRejected(Receipt.Remark remark) {
        List<Long> rejected = lines.get(remark.index());
        takenLines -= rejected.size();
        rejected.forEach(line -> skipped.add(line, "refused by the intake", remark.reason()));
    }

    long accepted() {
        return accepted;
    }

    long duplicates() {
        return duplicates;
    }

    /** Lines of events that are stored, now or by an earlier import. */
    long takenLines() {
        return takenLines;
    }
}
