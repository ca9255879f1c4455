package org.postroad.report.console;

import java.util.List;
import org.postroad.segment.SegmentReport;
import org.postroad.segment.SegmentReport.Kind;
import org.postroad.segment.SegmentReports;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All segments: how many customers, how that grew, and what marks them. */
@Controller
@ConditionalOnWebApplication
class SegmentsPage {

    private final SegmentReports reports;

    SegmentsPage(SegmentReports reports) {
        this.reports = reports;
    }

    /** A segment with the line of its growth. */
    public record SegmentView(SegmentReport report, GrowthLine line) {}

    /** Segments that have the same origin. */
    public record Group(String title, String says, List<SegmentView> segments) {}

    @GetMapping("/segments")
    String list(Model model) {
        List<SegmentReport> all = reports.all();
        model.addAttribute(
                "groups",
                List.of(
                        group(
                                Kind.RULE,
                                "Defined by rules",
                                "Your own segments, by PUT /api/segments/{name}. Journeys judge a customer at the moment they"
                                        + " ask; what is counted here is from the latest run.",
                                all),
                        group(
                                Kind.BEHAVIOUR,
                                "By behaviour",
                                "Customers who buy alike, learned from how recently, how often and for how much they bought. A"
                                        + " label stays with its group; a customer moves only when clearly nearer to another.",
                                all),
                        group(
                                Kind.RFM,
                                "By recency, frequency and money",
                                "Fixed rules over quintiles of all buyers: R is how recently, F how often, M for how much, each"
                                        + " from 1 to 5; FM is the mean of the last two.",
                                all)));
        return "console/segments";
    }

    private static Group group(Kind kind, String title, String says, List<SegmentReport> all) {
        return new Group(
                title,
                says,
                all.stream()
                        .filter(report -> report.kind() == kind)
                        .map(report -> new SegmentView(report, new GrowthLine(report.growth())))
                        .toList());
    }
}
