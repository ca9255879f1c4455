package org.postroad.report;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postroad.report.diagram.JourneyDiagrams;
import org.postroad.report.diagram.StepTraffic;
import org.postroad.report.figures.GroupDifference;
import org.postroad.report.figures.JourneyReport;
import org.postroad.report.figures.JourneyReports;
import org.postroad.report.figures.Lift;
import org.springframework.stereotype.Component;

/** What others may ask of the reports: a journey's figures as of now, and its picture with the people on it. */
@Component
public class JourneySnapshots {

    private final JourneyReports reports;
    private final JourneyDiagrams journeyDiagrams;

    JourneySnapshots(JourneyReports reports, JourneyDiagrams journeyDiagrams) {
        this.reports = reports;
        this.journeyDiagrams = journeyDiagrams;
    }

    /**
     * A journey.
     *
     * @param svg the diagram, one element that stands alone; empty if nobody drew it
     * @param revenuePerHead of those who were not held out, within {@code windowDays} after entry
     * @param lift what the journey brought a head, NaN while it cannot be told; with its 95 % interval
     */
    public record JourneySnapshot(
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
    public Optional<JourneySnapshot> of(String journey) {
        return reports.of(journey).map(this::shown);
    }

    private JourneySnapshot shown(JourneyReport report) {
        Lift lift = report.lift();
        Optional<GroupDifference> brought = Optional.ofNullable(lift.revenuePerHead());
        return new JourneySnapshot(
                svg(report),
                report.headline().entered(),
                report.headline().inside(),
                report.headline().holdout(),
                report.endedByReason(),
                lift.windowDays(),
                lift.treated().people(),
                lift.control().people(),
                lift.treated().revenuePerHead(),
                brought.map(GroupDifference::value).orElse(Double.NaN),
                brought.map(GroupDifference::low).orElse(Double.NaN),
                brought.map(GroupDifference::high).orElse(Double.NaN),
                lift.inWords());
    }

    private String svg(JourneyReport report) {
        Map<String, StepTraffic> traffic = report.steps().stream()
                .collect(Collectors.toMap(
                        JourneyReport.Step::id, step -> new StepTraffic(step.waiting(), step.passed())));
        return journeyDiagrams
                .of(report.headline().key())
                .map(diagram -> diagram.svg(report.headline().name(), traffic))
                .orElse("");
    }
}
