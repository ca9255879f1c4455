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
    private final SystemStatus systemStatus;
    private final RecentActivity recentActivity;

    HomePage(JourneyReports reports, SystemStatus systemStatus, RecentActivity recentActivity) {
        this.reports = reports;
        this.systemStatus = systemStatus;
        this.recentActivity = recentActivity;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute("journeys", reports.summaries());
        model.addAttribute("pulse", systemStatus.summary());
        model.addAttribute("happenings", recentActivity.latest());
        return "console/home";
    }
}
