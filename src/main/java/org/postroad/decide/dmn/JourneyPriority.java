package org.postroad.decide.dmn;

import java.time.Duration;
import java.util.Map;
import org.postroad.decide.MailPriority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Which mail goes first, by the table {@code journey-priority} in its latest version. */
@Component
class JourneyPriority implements MailPriority {

    static final String TABLE = "journey-priority";
    static final String JOURNEY = "journey";
    private static final Logger log = LoggerFactory.getLogger(JourneyPriority.class);

    private final DeployedTables tables;

    JourneyPriority(DeployedTables tables) {
        this.tables = tables;
    }

    @Override
    public Place of(String journey, String step, String topic, int priority) {
        try {
            return place(tables.latest(TABLE), journey, step, topic, priority);
        } catch (TableUnusable e) {
            log.error("{} Until then no mail is held for another.", e.getMessage());
            return unheld(priority);
        }
    }

    /** A mail that no rule speaks of is not held. */
    static Place place(DecisionTable table, String journey, String step, String topic, int priority) {
        return table.firstMatch(Map.of(JOURNEY, journey, "step", step, "topic", topic, "priority", priority))
                .map(rule -> new Place(rule.number("rank"), skipped(rule), rule.period("gap")))
                .orElseGet(() -> unheld(priority));
    }

    private static boolean skipped(MatchedRule rule) {
        return switch (rule.text("whenOutranked")) {
            case "skip" -> true;
            case "delay" -> false;
            default -> throw rule.wrong("whenOutranked", "delay or skip");
        };
    }

    private static Place unheld(int priority) {
        return new Place(priority, false, Duration.ZERO);
    }
}
