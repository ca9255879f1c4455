package org.postroad.report.console;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postroad.customer.Customer;
import org.postroad.customer.Customers;
import org.postroad.customer.profile.Profiles;
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

/** Finds a customer and tells their story. */
@Controller
@ConditionalOnWebApplication
class CustomersPage {

    private static final int PAGE = 60;

    private final People people;
    private final Customers customers;
    private final Profiles profiles;
    private final ProfileWording wording;
    private final Timelines timelines;
    private final Reasons reasons;
    private final Clock clock;

    CustomersPage(
            People people,
            Customers customers,
            Profiles profiles,
            ProfileWording wording,
            Timelines timelines,
            Reasons reasons,
            Clock clock) {
        this.people = people;
        this.customers = customers;
        this.profiles = profiles;
        this.wording = wording;
        this.timelines = timelines;
        this.reasons = reasons;
        this.clock = clock;
    }

    @GetMapping("/customers")
    String search(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("people", people.matching(q));
        model.addAttribute("most", People.MOST);
        return "console/customers";
    }

    @GetMapping("/customers/{id}")
    String customer(@PathVariable String id, @RequestParam(required = false) @Nullable String before, Model model) {
        Customer customer =
                customers.find(id).orElseThrow(() -> Missing.page("There is no customer with the id \"" + id + "\"."));
        Timeline timeline = timeline(id, before);
        model.addAttribute("customer", customer);
        model.addAttribute("summary", wording.of(profiles.of(id), clock.instant()));
        model.addAttribute("days", days(customer, timeline));
        model.addAttribute("next", timeline.next());
        model.addAttribute("first", before == null);
        model.addAttribute("reasons", reasons(timeline));
        return "console/customer";
    }

    private Timeline timeline(String id, @Nullable String before) {
        try {
            return timelines.briefly(id, before, PAGE).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    /** The entries of each day where the customer lives. */
    private static List<Day> days(Customer customer, Timeline timeline) {
        return timeline.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.at().atZone(customer.timeZone()).toLocalDate(),
                        java.util.LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(Day::new)
                .toList();
    }

    private Map<String, Reasons.Why> reasons(Timeline timeline) {
        return timeline.entries().stream()
                .filter(entry -> entry.kind() == TimelineEntry.Kind.DECISION)
                .flatMap(entry -> entry.fact("decisionId").stream())
                .flatMap(id -> reasons.of(UUID.fromString(id)).stream())
                .collect(Collectors.toMap(why -> why.decision().id().toString(), why -> why));
    }

    /** What happened on one day, newest first. */
    public record Day(List<TimelineEntry> entries) {}
}
