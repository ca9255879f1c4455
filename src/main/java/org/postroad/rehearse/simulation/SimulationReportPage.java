package org.postroad.rehearse.simulation;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The report of a simulation: one page that needs nothing beside it. */
final class SimulationReportPage {

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; color: #1d2433; background: #f6f7f9; margin: 0 }
            main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.5rem 4rem }
            h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem }
            p.lead { color: #56607a; margin: .3rem 0 1.5rem; max-width: 50rem }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem }
            .tile, .card { background: #fff; border: 1px solid #e2e5ec; border-radius: 10px; padding: 1rem 1.2rem }
            .tile b { display: block; font-size: 1.5rem } .tile span { color: #56607a; font-size: .9rem }
            .card svg { width: 100%; height: auto }
            .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 1rem }
            table { border-collapse: collapse; width: 100% } td { padding: .25rem 0; border-top: 1px solid #eef0f4 }
            td.n { text-align: right; font-variant-numeric: tabular-nums } tr:first-child td { border-top: 0 }
            h3 { font-size: .95rem; margin: 0 0 .5rem } .none { color: #56607a; margin: 0 }
            """;

    private final SimulationPlan simulationPlan;
    private final SimulationResult simulationResult;

    SimulationReportPage(SimulationPlan simulationPlan, SimulationResult simulationResult) {
        this.simulationPlan = simulationPlan;
        this.simulationResult = simulationResult;
    }

    String html() {
        String journey = HtmlUtils.htmlEscape(simulationPlan.journey());
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Simulation of %1$s</title><style>%2$s</style></head><body><main>
                <h1>Simulation of %1$s</h1>
                <p class="lead">%3$s</p>
                <div class="tiles">%4$s</div>
                <h2>People per step</h2><div class="card">%5$s</div>
                <h2>What it brings</h2><div class="card"><p class="none">%6$s</p></div>
                <h2>In numbers</h2><div class="grid">%7$s</div>
                </main></body></html>
                """.formatted(
                        journey,
                        STYLE,
                        lead(),
                        tiles(),
                        simulationResult.svg(),
                        HtmlUtils.htmlEscape(simulationResult.liftLine() + " "
                                + simulationResult.lift().inWords()),
                        tables());
    }

    private String lead() {
        return ("%,d simulated people lived %d days from %s with this journey and all others of the folder. Seed %d: the"
                        + " same seed makes the same figures. What these people like, open and buy is made up; whom the"
                        + " journey reaches, when and how often is not.")
                .formatted(
                        simulationPlan.customers(),
                        simulationPlan.days(),
                        simulationPlan.starts().atOffset(ZoneOffset.UTC).toLocalDate(),
                        simulationPlan.seed());
    }

    private String tiles() {
        SimulationResult.EnrolmentCounts enrolmentCounts = simulationResult.standing();
        return tile(enrolmentCounts.entered(), "walks begun")
                + tile(enrolmentCounts.inside(), "people inside at the end")
                + tile(enrolmentCounts.heldOut(), "walks held out")
                + tile(simulationResult.mails(), "mails posted");
    }

    private static String tile(long number, String what) {
        return "<div class=\"tile\"><b>%,d</b><span>%s</span></div>".formatted(number, what);
    }

    private String tables() {
        return table("Mails by step", simulationResult.mailsByStep(), "No mail was posted.")
                + table("Not posted, by reason", simulationResult.notPosted(), "Whatever was ordered was posted.")
                + table("Waited for another mail, by reason", simulationResult.delayed(), "No mail waited for another.")
                + table("Offers decided on", simulationResult.offers(), "Nothing was decided.")
                + table(
                        "People who were in another journey at the same time",
                        simulationResult.othersAtOnce(),
                        "Nobody was.")
                + table("Customers' days by number of mails, all journeys", simulationResult.mailsADay(), "")
                + table("How walks ended", simulationResult.standing().ended(), "None has ended.")
                + paths();
    }

    private static String table(String title, Map<String, Long> numbers, String none) {
        String rows = numbers.entrySet().stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "<tr><td>%s</td><td class=\"n\">%,d</td></tr>",
                        HtmlUtils.htmlEscape(row.getKey()),
                        row.getValue()))
                .collect(Collectors.joining());
        return card(title, rows.isEmpty() ? "<p class=\"none\">" + none + "</p>" : "<table>" + rows + "</table>");
    }

    private String paths() {
        String rows = simulationResult.deadPaths().stream()
                .map(path -> "<tr><td>" + HtmlUtils.htmlEscape(path) + "</td></tr>")
                .collect(Collectors.joining());
        return card(
                "Paths that nobody took",
                rows.isEmpty() ? "<p class=\"none\">Each was taken.</p>" : "<table>" + rows + "</table>");
    }

    private static String card(String title, String content) {
        return "<div class=\"card\"><h3>" + title + "</h3>" + content + "</div>";
    }
}
