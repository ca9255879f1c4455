package org.postroad.report.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postroad.journey.Journey;
import org.postroad.journey.JourneyEngine;
import org.postroad.journey.JourneyVersion;
import org.postroad.journey.audience.Audience;
import org.postroad.journey.audience.Audiences;
import org.postroad.journey.migration.Migrations;
import org.postroad.report.figures.JourneyReport;
import org.postroad.report.figures.JourneyReports;
import org.postroad.report.figures.JourneySummary;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a journey: its diagram with the people in it, and its figures. */
@Controller
@ConditionalOnWebApplication
class JourneyPage {

    private static final int AUDIENCES = 5;
    private static final int MIGRATIONS = 3;

    private final JourneyReports reports;
    private final JourneyEngine engine;
    private final CustomerSearch search;
    private final Audiences audiences;
    private final Migrations migrations;

    JourneyPage(
            JourneyReports reports,
            JourneyEngine engine,
            CustomerSearch search,
            Audiences audiences,
            Migrations migrations) {
        this.reports = reports;
        this.engine = engine;
        this.search = search;
        this.audiences = audiences;
        this.migrations = migrations;
    }

    @GetMapping("/journeys/{key}")
    String journey(@PathVariable String key, @RequestParam(defaultValue = "") String at, Model model) {
        JourneyReport report = reports.of(key).orElseThrow(() -> NotFound.page("There is no journey \"" + key + "\"."));
        model.addAttribute("report", report);
        entry(key).ifPresent(entry -> model.addAttribute("entry", entry));
        model.addAttribute(
                "svg", reports.diagram(report, title(report.headline())).orElse(""));
        model.addAttribute("people", search.enrolledIn(key, at));
        model.addAttribute("at", at);
        model.addAttribute("audiences", latestAudiences(key));
        model.addAttribute("versions", inUse(key));
        model.addAttribute(
                "migrations", migrations.of(key).stream().limit(MIGRATIONS).toList());
        model.addAttribute("stepNames", names(report.steps()));
        return "console/journey";
    }

    /** The latest version, and those with people inside. */
    private List<JourneyVersion> inUse(String key) {
        List<JourneyVersion> versions = engine.versions(key);
        return versions.stream()
                .filter(version -> version.people() > 0 || version == versions.get(0))
                .toList();
    }

    private List<Audience> latestAudiences(String key) {
        return audiences.of(key).stream().limit(AUDIENCES).toList();
    }

    private Optional<EntryWording> entry(String key) {
        return engine.journeys().stream()
                .filter(journey -> journey.key().equals(key))
                .findFirst()
                .flatMap(Journey::entry)
                .map(EntryWording::new);
    }

    private static String title(JourneySummary journey) {
        return "Diagram of the journey " + journey.name() + ", with " + Format.plural(journey.inside(), "person")
                + " inside";
    }

    private static Map<String, String> names(List<JourneyReport.Step> steps) {
        return steps.stream().collect(Collectors.toMap(JourneyReport.Step::id, JourneyReport.Step::name));
    }
}
