package org.postroad.report.console;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
import org.postroad.predict.serving.Predictions;
import org.postroad.report.timeline.Timeline;
import org.postroad.report.timeline.TimelineEntry;
import org.postroad.report.timeline.Timelines;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The search for customers, and the page of one customer. */
@Controller
@ConditionalOnWebApplication
class CustomersPage {

    private static final int PAGE_SIZE = 60;
    private static final int MOST_INCIDENTS = 20;

    private final CustomerSearch search;
    private final Customers customers;
    private final Profiles profiles;
    private final ProfileWording wording;
    private final Predictions predictions;
    private final PredictionWording predictionWording;
    private final Timelines timelines;
    private final DecisionExplanations explanations;
    private final Incidents incidents;
    private final Clock clock;

    CustomersPage(
            CustomerSearch search,
            Customers customers,
            Profiles profiles,
            ProfileWording wording,
            Predictions predictions,
            PredictionWording predictionWording,
            Timelines timelines,
            DecisionExplanations explanations,
            Incidents incidents,
            Clock clock) {
        this.search = search;
        this.customers = customers;
        this.profiles = profiles;
        this.wording = wording;
        this.predictions = predictions;
        this.predictionWording = predictionWording;
        this.timelines = timelines;
        this.explanations = explanations;
        this.incidents = incidents;
        this.clock = clock;
    }

    @GetMapping("/customers")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("people", search.matching(q));
        model.addAttribute("most", CustomerSearch.MOST);
        return "console/customers";
    }

    @GetMapping("/customers/{id}")
    String customer(@PathVariable String id, @RequestParam(required = false) @Nullable String before, Model model) {
        Customer customer =
                customers.find(id).orElseThrow(() -> NotFound.page("There is no customer with the id \"" + id + "\"."));
        Timeline timeline = timeline(id, before);
        model.addAttribute("customer", customer);
        model.addAttribute("summary", wording.of(profiles.of(id), clock.instant()));
        model.addAttribute("predicted", predictionWording.of(predictions.of(id), customer.timeZone(), clock.instant()));
        model.addAttribute("incidents", incidents.latestOf(id, MOST_INCIDENTS));
        model.addAttribute("mostIncidents", MOST_INCIDENTS);
        model.addAttribute("days", days(customer, timeline));
        model.addAttribute("next", timeline.next());
        model.addAttribute("first", before == null);
        model.addAttribute("reasons", reasons(timeline));
        return "console/customer";
    }

    private Timeline timeline(String id, @Nullable String before) {
        try {
            return timelines.condensed(id, before, PAGE_SIZE).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    /** The entries by day in the customer's time zone. */
    private static List<Day> days(Customer customer, Timeline timeline) {
        return timeline.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.at().atZone(customer.timeZone()).toLocalDate(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Day::new)
                .toList();
    }

    private Map<String, DecisionExplanations.DecisionExplanation> reasons(Timeline timeline) {
        return timeline.entries().stream()
                .filter(entry -> entry.kind() == TimelineEntry.TimelineEntryKind.DECISION)
                .flatMap(entry -> entry.fact("decisionId").stream())
                .flatMap(id -> explanations.of(UUID.fromString(id)).stream())
                .collect(Collectors.toMap(
                        explanation -> explanation.decision().id().toString(), explanation -> explanation));
    }

    /** What happened on one day, newest first. */
    public record Day(List<TimelineEntry> entries) {}
}
