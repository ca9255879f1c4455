package org.postroad.report.timeline;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postroad.catalog.Catalog;
import org.postroad.catalog.Offer;
import org.postroad.catalog.Product;
import org.postroad.event.Event;
import org.postroad.event.LineItem;
import org.postroad.report.diagram.JourneyDiagrams;
import org.postroad.report.timeline.TimelineEntry.TimelineEntryKind;
import org.postroad.report.timeline.Timelines.RawEntry;
import org.springframework.stereotype.Component;

/** Adds the sentences to timeline entries. */
@Component
class TimelineWording {

    private final Catalog catalog;
    private final JourneyDiagrams diagrams;

    TimelineWording(Catalog catalog, JourneyDiagrams diagrams) {
        this.catalog = catalog;
        this.diagrams = diagrams;
    }

    List<TimelineEntry> entries(String customerId, List<RawEntry> raw) {
        EventWording events = new EventWording(products(customerId, raw), catalog);
        return raw.stream()
                .map(entry ->
                        new TimelineEntry(entry.at(), entry.kind(), title(customerId, entry, events), entry.detail()))
                .toList();
    }

    private String title(String customerId, RawEntry entry, EventWording events) {
        return switch (entry.kind()) {
            case EVENT -> events.of(event(customerId, entry));
            case ENROLMENT -> enrolment(entry);
            case STEP -> diagrams.stepName(entry.text("journey"), entry.text("step"));
            case DECISION -> decision(entry);
            case MESSAGE -> message(entry);
        };
    }

    private static String enrolment(RawEntry entry) {
        String journey = DisplayText.plain(entry.text("journey"));
        if (entry.text("change").equals("ended")) {
            return "Left " + journey + ": " + DisplayText.endReason(entry.text("reason"));
        }
        return Boolean.TRUE.equals(entry.detail().get("holdout"))
                ? "Entered " + journey + ", in the control group: gets no mail from it"
                : "Entered " + journey;
    }

    private String decision(RawEntry entry) {
        String action = entry.text("action");
        String offer = catalog.offer(action).map(Offer::name).orElse(action);
        if (Boolean.TRUE.equals(entry.detail().get("holdout"))) {
            return "Decided to give nothing: control group";
        }
        return action.equals("nothing") ? "Decided to give nothing" : "Decided to give " + offer;
    }

    private static String message(RawEntry entry) {
        String state = DisplayText.messageState(entry.text("state"), entry.text("reason"));
        String subject = entry.text("subject");
        return subject.isEmpty() ? "E-mail " + state : "E-mail \u201c" + subject + "\u201d " + state;
    }

    /** All products named on the page, in one query. */
    private Map<String, Product> products(String customerId, List<RawEntry> raw) {
        Set<String> ids = raw.stream()
                .filter(entry -> entry.kind() == TimelineEntryKind.EVENT)
                .map(entry -> event(customerId, entry))
                .flatMap(event -> Stream.concat(
                        event.text("productId").stream(), event.items().stream().map(LineItem::productId)))
                .collect(Collectors.toSet());
        return catalog.products(ids);
    }

    @SuppressWarnings("unchecked")
    private static Event event(String customerId, RawEntry entry) {
        Map<String, Object> properties =
                (Map<String, Object>) Objects.requireNonNullElse(entry.detail().get("properties"), Map.of());
        return new Event(entry.text("id"), customerId, entry.text("type"), entry.at(), properties);
    }
}
