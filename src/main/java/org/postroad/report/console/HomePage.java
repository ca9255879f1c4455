package org.postroad.report.console;

import org.postroad.report.figures.JourneyReports;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: all journeys, the state of the system, and recent activity. */
@Controller
@ConditionalOnWebApplication
class HomePage {

    private final JourneyReports reports;
    private final SystemStatus status;
    private final RecentActivity activity;

    HomePage(JourneyReports reports, SystemStatus status, RecentActivity activity) {
        this.reports = reports;
        this.status = status;
        this.activity = activity;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("journeys", reports.summaries());
        model.addAttribute("status", status.summary());
        model.addAttribute("activity", activity.latest());
        return "console/home";
    }
}
