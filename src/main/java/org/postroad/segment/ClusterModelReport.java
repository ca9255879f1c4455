package org.postroad.segment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.postroad.model.ModelReport;
import org.postroad.model.ModelSource;
import org.postroad.segment.model.Clusters;
import org.springframework.stereotype.Component;

/** Segments by behaviour as a model: seen among the models, and stopped there. */
@Component
class ClusterModelReport implements ModelSource {

    static final String NAME = "segments";

    private final SegmentFits fits;

    ClusterModelReport(SegmentFits fits) {
        this.fits = fits;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ModelReport report() {
        Optional<Clusters> clusters = fits.latest().map(SegmentFit::clusters);
        boolean learned = clusters.filter(each -> each.clusters().size() > 1).isPresent();
        return ModelReport.of(
                NAME,
                "Segments by behaviour",
                "Which customers buy alike, and who is like the members of a segment.",
                "Names by quintiles of recency, frequency and money, such as customer.in('champions').",
                learned ? fits.fittedAt().orElse(null) : null,
                learned
                        ? "It is used by customer.segment; a group stays the same group from night to night."
                        : "There are too few buyers, or they are too much alike, to tell groups apart.",
                "For customer.segment all buyers are 'all', and customer.like is always no.",
                clusters.map(ClusterModelReport::facts).orElse(Map.of()));
    }

    private static Map<String, String> facts(Clusters clusters) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Learned from", String.format(Locale.ROOT, "%,d buyers", clusters.customers()));
        facts.put("Groups", String.valueOf(clusters.clusters().size()));
        facts.put(
                "Agreement of samples", String.format(Locale.ROOT, "%.2f (adjusted Rand index)", clusters.stability()));
        return facts;
    }
}
