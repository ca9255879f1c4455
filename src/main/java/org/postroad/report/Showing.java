package org.postroad.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postroad.report.diagram.Diagrams;
import org.postroad.report.diagram.StepTraffic;
import org.postroad.report.figures.Difference;
import org.postroad.report.figures.JourneyReport;
import org.postroad.report.figures.JourneyReports;
import org.postroad.report.figures.Lift;
import org.springframework.stereotype.Component;

/** What others may ask of the reports: a journey's figures as of now, and its picture with the people on it. */
@Component
public class Showing {

    private final JourneyReports reports;
    private final Diagrams diagrams;

    Showing(JourneyReports reports, Diagrams diagrams) {
        this.reports = reports;
        this.diagrams = diagrams;
    }

    /**
     * A journey.
     *
     * @param svg the diagram, one element that stands alone; empty if nobody drew it
     * @param revenuePerHead of those who were not held out, within {@code windowDays} after entry
     * @param lift what the journey brought a head, NaN while it cannot be told; with its 95 % interval
     */
    public record Shown(
            String svg,
            long entered,
            long inside,
            long heldOut,
            Map<String, Long> endedByReason,
            long windowDays,
            long treated,
            long control,
            double revenuePerHead,
            double lift,
            double liftLow,
            double liftHigh,
            String liftInWords) {}

    /** Empty if no such journey is deployed. */
    public Optional<Shown> of(String journey) {
        return reports.of(journey).map(this::shown);
    }

    private Shown shown(JourneyReport report) {
        Lift lift = report.lift();
        Optional<Difference> brought = Optional.ofNullable(lift.revenuePerHead());
        return new Shown(
                svg(report),
                report.headline().entered(),
                report.headline().inside(),
                report.headline().holdout(),
                report.endedByReason(),
                lift.windowDays(),
                lift.treated().people(),
                lift.control().people(),
                lift.treated().revenuePerHead(),
                brought.map(Difference::value).orElse(Double.NaN),
                brought.map(Difference::low).orElse(Double.NaN),
                brought.map(Difference::high).orElse(Double.NaN),
                lift.inWords());
    }

    private String svg(JourneyReport report) {
        Map<String, StepTraffic> traffic = report.steps().stream()
                .collect(Collectors.toMap(
                        JourneyReport.Step::id, step -> new StepTraffic(step.waiting(), step.passed())));
        return diagrams.of(report.headline().key())
                .map(diagram -> diagram.svg(report.headline().name(), traffic))
                .orElse("");
    }
}
