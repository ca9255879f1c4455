package org.postroad.report.figures;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** REST: the figures of the journeys. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/journeys")
class JourneyReportsController {

    private final JourneyReports reports;

    JourneyReportsController(JourneyReports reports) {
        this.reports = reports;
    }

    @GetMapping
    List<JourneySummary> list() {
        return reports.summaries();
    }

    @GetMapping("/{key}")
    JourneyReport report(@PathVariable String key) {
        return reports.of(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no journey with the key \"" + key + "\"."));
    }
}
