package org.postroad.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * A line of the report. Public for the report's template and for JSON; the fields are those of a {@link Finding}.
 *
 * @param verdict {@code holds}, {@code falls short}, or {@code skipped} if the data are missing or unusable
 */
@JsonPropertyOrder({"id", "what", "data", "figure", "reference", "rule", "atLeast", "verdict"})
public record ReportLine(
        String id,
        String what,
        String data,
        Map<String, Double> figure,
        Map<String, Double> reference,
        Map<String, Double> rule,
        String atLeast,
        String verdict) {

    static final String HOLDS = "holds";

    static ReportLine of(String id, Finding found) {
        return new ReportLine(
                id,
                found.what(),
                found.data(),
                found.figure(),
                found.reference(),
                found.rule(),
                found.atLeast(),
                found.holds() ? HOLDS : "falls short");
    }

    /** @param reason a sentence without its full stop */
    static ReportLine skipped(String id, String reason) {
        return new ReportLine(id, "Skipped: " + reason + ".", "", Map.of(), Map.of(), Map.of(), "", "skipped");
    }
}
