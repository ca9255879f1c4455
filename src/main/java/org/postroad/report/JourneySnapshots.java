package org.postroad.report;

import java.util.Map;
import java.util.Optional;
import org.postroad.report.figures.GroupDifference;
import org.postroad.report.figures.JourneyReport;
import org.postroad.report.figures.JourneyReports;
import org.postroad.report.figures.Lift;
import org.springframework.stereotype.Component;

/** The reports for other packages: a journey's figures as of now, and its diagram with the people in it. */
@Component
public class JourneySnapshots {

    private final JourneyReports reports;

    JourneySnapshots(JourneyReports reports) {
        this.reports = reports;
    }

    /**
     * A journey.
     *
     * @param svg the diagram, one element that stands alone; empty if the journey has no diagram
     * @param entered enrolments ever begun, those of the control group included
     * @param windowDays days after entry in which purchases count
     * @param revenuePerHead of those not held out
     * @param lift what the journey added to the revenue per head, with its 95 % interval; NaN while it is unknown
     * @param liftInWords the difference in purchase rates in a sentence
     */
    public record JourneySnapshot(
            String svg,
            long entered,
            long inside,
            long heldOut,
            Map<String, Long> endedByReason,
            long windowDays,
            double revenuePerHead,
            double lift,
            double liftLow,
            double liftHigh,
            String liftInWords) {}

    /** Empty if no such journey is deployed. */
    public Optional<JourneySnapshot> of(String journey) {
        return reports.of(journey).map(this::snapshot);
    }

    private JourneySnapshot snapshot(JourneyReport report) {
        Lift lift = report.lift();
        Optional<GroupDifference> revenue = Optional.ofNullable(lift.revenuePerHead());
        return new JourneySnapshot(
                reports.diagram(report, report.headline().name()).orElse(""),
                report.headline().entered(),
                report.headline().inside(),
                report.headline().holdout(),
                report.endedByReason(),
                lift.windowDays(),
                lift.treated().revenuePerHead(),
                revenue.map(GroupDifference::value).orElse(Double.NaN),
                revenue.map(GroupDifference::low).orElse(Double.NaN),
                revenue.map(GroupDifference::high).orElse(Double.NaN),
                lift.inWords());
    }
}
