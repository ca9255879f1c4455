package org.postroad.decide.dmn;

import java.time.Duration;
import java.util.Map;
import org.postroad.decide.MailPriority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The priority of mails by the decision table {@code journey-priority}. */
@Component
class DmnMailPriority implements MailPriority {

    static final String TABLE = "journey-priority";
    static final String JOURNEY = "journey";
    private static final Logger log = LoggerFactory.getLogger(DmnMailPriority.class);

    private final DeployedDecisionTables tables;

    DmnMailPriority(DeployedDecisionTables tables) {
        this.tables = tables;
    }

    @Override
    public MailRank of(String journey, String step, String topic, int priority) {
        try {
            return rank(tables.latest(TABLE), journey, step, topic, priority);
        } catch (DecisionTableUnusable e) {
            log.error("{} Until then no mail is held for another.", e.getMessage());
            return unrestricted(priority);
        }
    }

    /** A mail that no rule matches does not wait for others. */
    static MailRank rank(ParsedDecisionTable table, String journey, String step, String topic, int priority) {
        return table.firstMatch(Map.of(JOURNEY, journey, "step", step, "topic", topic, "priority", priority))
                .map(rule -> new MailRank(rule.number("rank"), skipped(rule), rule.duration("gap")))
                .orElseGet(() -> unrestricted(priority));
    }

    private static boolean skipped(MatchedRule rule) {
        return switch (rule.text("whenOutranked")) {
            case "skip" -> true;
            case "delay" -> false;
            default -> throw rule.invalidOutput("whenOutranked", "delay or skip");
        };
    }

    private static MailRank unrestricted(int priority) {
        return new MailRank(priority, false, Duration.ZERO);
    }
}
