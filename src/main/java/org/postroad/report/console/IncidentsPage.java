package org.postroad.report.console;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.postroad.journey.JourneyEngine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What journeys could not do for customers, each with the reason, what to do, and a retry. */
@Controller
@ConditionalOnWebApplication
class IncidentsPage {

    private static final int MOST = 200;

    private final Incidents incidents;
    private final JourneyEngine engine;

    IncidentsPage(Incidents incidents, JourneyEngine engine) {
        this.incidents = incidents;
        this.engine = engine;
    }

    @GetMapping("/incidents")
    String list(Model model) {
        model.addAttribute("incidents", incidents.latest(MOST));
        model.addAttribute("most", MOST);
        return "console/incidents";
    }

    /** @param customer on whose page the button was pressed; null on the page of all incidents */
    @PostMapping("/incidents")
    ResponseEntity<Void> retry(@RequestParam String job, @RequestParam(required = false) @Nullable String customer) {
        engine.retry(job);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(
                        customer == null
                                ? URI.create("/incidents")
                                : UriComponentsBuilder.fromPath("/customers")
                                        .pathSegment(customer)
                                        .encode()
                                        .build()
                                        .toUri())
                .build();
    }
}
