package org.postroad.report.console;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Events that the road could not act on, each with why. */
@Controller
@ConditionalOnWebApplication
class DeadLettersPage {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    DeadLettersPage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @GetMapping("/set-aside")
    String list(Model model) {
        model.addAttribute("events", events());
        model.addAttribute("most", MOST);
        return "console/set-aside";
    }

    private List<DeadLetterRow> events() {
        return jdbc.sql("""
                        select e.*, i.failure
                          from inbox i join event e on e.received_at = i.received_at and e.seq = i.seq
                         where i.failure is not null order by i.seq desc limit ?""")
                .param(MOST)
                .query((row, number) -> new DeadLetterRow(
                        row.getString("id"),
                        row.getString("customer_id"),
                        row.getString("type"),
                        row.getTimestamp("occurred_at").toInstant(),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("failure")))
                .list();
    }

    /** An event that waits for somebody to look at it. */
    public record DeadLetterRow(
            String id, String customerId, String type, Instant occurredAt, Instant receivedAt, String failure) {}
}
