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
import org.postroad.report.diagram.Diagrams;
import org.postroad.report.timeline.Timelines.Fact;
import org.springframework.stereotype.Component;

/** Says in a sentence what happened. */
@Component
class TimelineWording {

    private final Catalog catalog;
    private final Diagrams diagrams;

    TimelineWording(Catalog catalog, Diagrams diagrams) {
        this.catalog = catalog;
        this.diagrams = diagrams;
    }

    List<TimelineEntry> entries(String customerId, List<Fact> facts) {
        EventWording events = new EventWording(products(customerId, facts), catalog);
        return facts.stream()
                .map(fact -> new TimelineEntry(fact.at(), fact.kind(), title(customerId, fact, events), fact.detail()))
                .toList();
    }

    private String title(String customerId, Fact fact, EventWording events) {
        return switch (fact.kind()) {
            case EVENT -> events.of(event(customerId, fact));
            case ENROLMENT -> enrolment(fact);
            case STEP -> diagrams.stepName(fact.text("journey"), fact.text("step"));
            case DECISION -> decision(fact);
            case MESSAGE -> message(fact);
        };
    }

    private static String enrolment(Fact fact) {
        String journey = Phrases.plain(fact.text("journey"));
        if (fact.text("change").equals("ended")) {
            return "Left " + journey + ": " + Phrases.endReason(fact.text("reason"));
        }
        return Boolean.TRUE.equals(fact.detail().get("holdout"))
                ? "Entered " + journey + ", in the control group: gets no mail from it"
                : "Entered " + journey;
    }

    private String decision(Fact fact) {
        String action = fact.text("action");
        String offer = catalog.offer(action).map(Offer::name).orElse(action);
        if (Boolean.TRUE.equals(fact.detail().get("holdout"))) {
            return "Decided to give nothing: control group";
        }
        return action.equals("nothing") ? "Decided to give nothing" : "Decided to give " + offer;
    }

    private static String message(Fact fact) {
        String state = Phrases.messageState(fact.text("state"), fact.text("reason"));
        String subject = fact.text("subject");
        return subject.isEmpty() ? "E-mail " + state : "E-mail \u201c" + subject + "\u201d " + state;
    }

    /** The names of all products of the page, in one look-up. */
    private Map<String, Product> products(String customerId, List<Fact> facts) {
        Set<String> ids = facts.stream()
                .filter(fact -> fact.kind() == TimelineEntry.Kind.EVENT)
                .map(fact -> event(customerId, fact))
                .flatMap(event -> Stream.concat(
                        event.text("productId").stream(), event.items().stream().map(LineItem::productId)))
                .collect(Collectors.toSet());
        return catalog.products(ids);
    }

    @SuppressWarnings("unchecked")
    private static Event event(String customerId, Fact fact) {
        Map<String, Object> properties =
                (Map<String, Object>) Objects.requireNonNullElse(fact.detail().get("properties"), Map.of());
        return new Event(fact.text("id"), customerId, fact.text("type"), fact.at(), properties);
    }
}
