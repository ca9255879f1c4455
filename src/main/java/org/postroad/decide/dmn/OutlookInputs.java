package org.postroad.decide.dmn;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.Outlook;

/**
 * The inputs for what is learned of a customer: two numbers, the label, and two lists of segments. Only what a table asks for is
 * found out, and of the lists only the segments that its cells name.
 */
final class OutlookInputs {

    static final String CHURN_RISK = "churnRisk";
    static final String LIFETIME_VALUE = "lifetimeValue";
    static final String SEGMENT = "segment";
    static final String SEGMENTS = "segments";
    static final String LIKE_SEGMENTS = "likeSegments";

    static final Set<String> NAMES = Set.of(CHURN_RISK, LIFETIME_VALUE, SEGMENT, SEGMENTS, LIKE_SEGMENTS);

    private OutlookInputs() {}

    static void put(Map<String, @Nullable Object> inputs, ParsedDecisionTable table, Outlook outlook) {
        if (table.asksFor(CHURN_RISK)) {
            inputs.put(CHURN_RISK, outlook.churnRisk());
        }
        if (table.asksFor(LIFETIME_VALUE)) {
            inputs.put(LIFETIME_VALUE, outlook.lifetimeValue());
        }
        if (table.asksFor(SEGMENT)) {
            inputs.put(SEGMENT, outlook.segment());
        }
        putList(inputs, table, SEGMENTS, outlook::isIn);
        putList(inputs, table, LIKE_SEGMENTS, outlook::isLike);
    }

    private static void putList(
            Map<String, @Nullable Object> inputs, ParsedDecisionTable table, String input, Predicate<String> holds) {
        if (table.asksFor(input)) {
            List<String> those =
                    table.literalsFor(input).stream().filter(holds).sorted().toList();
            inputs.put(input, those);
        }
    }
}
