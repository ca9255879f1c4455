package org.postroad.report.console;

import org.postroad.report.figures.JourneyReports;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: all journeys, and whether all is well. */
@Controller
@ConditionalOnWebApplication
class HomePage {

    private final JourneyReports reports;
    private final Health health;
    private final Lately lately;

    HomePage(JourneyReports reports, Health health, Lately lately) {
        this.reports = reports;
        this.health = health;
        this.lately = lately;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("journeys", reports.headlines());
        model.addAttribute("pulse", health.pulse());
        model.addAttribute("happenings", lately.happenings());
        return "console/home";
    }
}
