package org.postroad.decide.dmn;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroad.decide.LeadScore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The lead score by the decision table {@code lead-score}. */
@Component
class DmnLeadScore implements LeadScore {

    static final String TABLE = "lead-score";
    private static final Logger log = LoggerFactory.getLogger(DmnLeadScore.class);

    private final DeployedDecisionTables tables;

    DmnLeadScore(DeployedDecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public long of(Lead lead) {
        try {
            ParsedDecisionTable table = tables.latest(TABLE);
            return Math.max(0, table.sum(inputs(table, lead)));
        } catch (DecisionTableUnusable e) {
            log.error("{} Until then every lead scores 0.", e.getMessage());
            return 0;
        }
    }

    static Map<String, @Nullable Object> inputs(ParsedDecisionTable table, Lead lead) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put("role", lead.role());
        inputs.put("industry", lead.industry());
        inputs.put("companySize", lead.companySize());
        inputs.put("stage", lead.stage());
        inputs.put("talkRequested", lead.talkRequested());
        inputs.put("mailsClicked", lead.mailsClicked());
        inputs.put("articlesRead", lead.articlesRead());
        inputs.put("eventsAttended", lead.eventsAttended());
        inputs.put("seenLately", lead.seenLately());
        OutlookInputs.put(inputs, table, lead.outlook());
        return inputs;
    }
}
