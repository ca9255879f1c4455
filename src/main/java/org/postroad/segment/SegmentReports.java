package org.postroad.segment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.segment.SegmentReport.Day;
import org.postroad.segment.SegmentReport.Kind;
import org.postroad.segment.model.Rfm;
import org.springframework.stereotype.Component;

/** What is known of all segments, for pages and programs. */
@Component
public class SegmentReports {

    private final NamedSegments named;
    private final SegmentFits fits;
    private final SegmentSizes sizes;
    private final Clock clock;

    SegmentReports(NamedSegments named, SegmentFits fits, SegmentSizes sizes, Clock clock) {
        this.named = named;
        this.fits = fits;
        this.sizes = sizes;
        this.clock = clock;
    }

    /** Those that people defined, then clusters, then RFM names. */
    public List<SegmentReport> all() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Counted counted = new Counted(sizes.since(today.minusYears(1)), sizes.marks());
        List<SegmentReport> reports = new ArrayList<>();
        named.all()
                .values()
                .forEach(segment -> reports.add(counted.report(
                        segment.name(), Kind.RULE, "meets " + segment.expression(), segment.expression())));
        fits.latest()
                .map(SegmentFit::clusters)
                .ifPresent(fitted -> fitted.clusters()
                        .forEach(cluster -> reports.add(
                                counted.report(cluster.label(), Kind.BEHAVIOUR, fitted.describe(cluster), null))));
        Rfm.meanings().forEach((name, meaning) -> reports.add(counted.report(name, Kind.RFM, meaning, null)));
        return reports;
    }

    public Optional<SegmentReport> find(String name) {
        return all().stream().filter(report -> report.name().equals(name)).findFirst();
    }

    private record Counted(Map<String, List<Day>> days, Map<String, String> marks) {

        SegmentReport report(String name, Kind kind, String says, @Nullable String expression) {
            return new SegmentReport(
                    name,
                    kind,
                    says,
                    expression,
                    latest(name),
                    marks.getOrDefault(name, ""),
                    kind == Kind.RULE ? latest(SegmentNames.like(name)) : null,
                    days.getOrDefault(name, List.of()));
        }

        private long latest(String name) {
            List<Day> known = days.getOrDefault(name, List.of());
            return known.isEmpty() ? 0 : known.get(known.size() - 1).customers();
        }
    }
}
