package org.postroad.decide.dmn;

import java.time.Duration;
import java.util.Map;
import org.postroad.decide.MailPriority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which mail goes first, by the table {@code journey-priority} in its latest version. */
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
            return place(tables.latest(TABLE), journey, step, topic, priority);
        } catch (DecisionTableUnusable e) {
            log.error("{} Until then no mail is held for another.", e.getMessage());
            return unheld(priority);
        }
    }

    /** A mail that no rule speaks of is not held. */
    static MailRank place(ParsedDecisionTable table, String journey, String step, String topic, int priority) {
        return table.firstMatch(Map.of(JOURNEY, journey, "step", step, "topic", topic, "priority", priority))
                .map(rule -> new MailRank(rule.number("rank"), skipped(rule), rule.duration("gap")))
                .orElseGet(() -> unheld(priority));
    }

    private static boolean skipped(MatchedRule rule) {
        return switch (rule.text("whenOutranked")) {
            case "skip" -> true;
            case "delay" -> false;
            default -> throw rule.invalidOutput("whenOutranked", "delay or skip");
        };
    }

    private static MailRank unheld(int priority) {
        return new MailRank(priority, false, Duration.ZERO);
    }
}
