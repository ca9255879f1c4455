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
import org.postroad.report.timeline.Timelines.RawEntry;
import org.springframework.stereotype.Component;

/** Says in a sentence what happened. */
@Component
class TimelineWording {

    private final Catalog catalog;
    private final JourneyDiagrams journeyDiagrams;

    TimelineWording(Catalog catalog, JourneyDiagrams journeyDiagrams) {
        this.catalog = catalog;
        this.journeyDiagrams = journeyDiagrams;
    }

    List<TimelineEntry> entries(String customerId, List<RawEntry> facts) {
        EventWording events = new EventWording(products(customerId, facts), catalog);
        return facts.stream()
                .map(rawEntry -> new TimelineEntry(
                        rawEntry.at(), rawEntry.kind(), title(customerId, rawEntry, events), rawEntry.detail()))
                .toList();
    }

    private String title(String customerId, RawEntry rawEntry, EventWording events) {
        return switch (rawEntry.kind()) {
            case EVENT -> events.of(event(customerId, rawEntry));
            case ENROLMENT -> enrolment(rawEntry);
            case STEP -> journeyDiagrams.stepName(rawEntry.text("journey"), rawEntry.text("step"));
            case DECISION -> decision(rawEntry);
            case MESSAGE -> message(rawEntry);
        };
    }

    private static String enrolment(RawEntry rawEntry) {
        String journey = DisplayText.plain(rawEntry.text("journey"));
        if (rawEntry.text("change").equals("ended")) {
            return "Left " + journey + ": " + DisplayText.endReason(rawEntry.text("reason"));
        }
        return Boolean.TRUE.equals(rawEntry.detail().get("holdout"))
                ? "Entered " + journey + ", in the control group: gets no mail from it"
                : "Entered " + journey;
    }

    private String decision(RawEntry rawEntry) {
        String action = rawEntry.text("action");
        String offer = catalog.offer(action).map(Offer::name).orElse(action);
        if (Boolean.TRUE.equals(rawEntry.detail().get("holdout"))) {
            return "Decided to give nothing: control group";
        }
        return action.equals("nothing") ? "Decided to give nothing" : "Decided to give " + offer;
    }

    private static String message(RawEntry rawEntry) {
        String state = DisplayText.messageState(rawEntry.text("state"), rawEntry.text("reason"));
        String subject = rawEntry.text("subject");
        return subject.isEmpty() ? "E-mail " + state : "E-mail \u201c" + subject + "\u201d " + state;
    }

    /** The names of all products of the page, in one look-up. */
    private Map<String, Product> products(String customerId, List<RawEntry> facts) {
        Set<String> ids = facts.stream()
                .filter(rawEntry -> rawEntry.kind() == TimelineEntry.TimelineEntryKind.EVENT)
                .map(rawEntry -> event(customerId, rawEntry))
                .flatMap(event -> Stream.concat(
                        event.text("productId").stream(), event.items().stream().map(LineItem::productId)))
                .collect(Collectors.toSet());
        return catalog.products(ids);
    }

    @SuppressWarnings("unchecked")
    private static Event event(String customerId, RawEntry rawEntry) {
        Map<String, Object> properties = (Map<String, Object>)
                Objects.requireNonNullElse(rawEntry.detail().get("properties"), Map.of());
        return new Event(rawEntry.text("id"), customerId, rawEntry.text("type"), rawEntry.at(), properties);
    }
}
