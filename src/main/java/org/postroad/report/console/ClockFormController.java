package org.postroad.report.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroad.local.LocalInbox;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The time machine's buttons; local mode only. */
@Controller
@ConditionalOnWebApplication
class ClockFormController {

    /** The buttons' values: a stranger's form moves time by nothing else. */
    private static final Map<String, Duration> STEPS = Map.of(
            "1h", Duration.ofHours(1),
            "14h", Duration.ofHours(14),
            "1d", Duration.ofDays(1),
            "3d", Duration.ofDays(3));

    private static final String NEXT = "next";

    /** The shop's people always do something in a moment; nobody presses a button for that. */
    private static final String SHOP = "shop";

    private final Clock clock;
    private final WorkScheduler workScheduler;
    private final List<ScheduledWork> work;
    private final boolean local;

    ClockFormController(
            Clock clock, WorkScheduler workScheduler, List<ScheduledWork> work, ObjectProvider<LocalInbox> inbox) {
        this.clock = clock;
        this.workScheduler = workScheduler;
        this.work = work;
        this.local = inbox.getIfAvailable() != null;
    }

    /** Answers when all that fell due on the way is done, and leads back to where the button was pressed. */
    @PostMapping("/clock")
    ResponseEntity<Void> move(@RequestParam String ahead, @RequestParam(defaultValue = "/") String back) {
        if (!local) {
            throw NotFound.page("Time moves by itself here: the time machine belongs to local mode.");
        }
        if (ahead.equals(NEXT)) {
            nextDue().ifPresent(workScheduler::advanceTo);
        } else {
            workScheduler.advance(Optional.ofNullable(STEPS.get(ahead))
                    .orElseThrow(() -> new ResponseStatusException(
                            HttpStatus.BAD_REQUEST, "The time machine has no button \"" + ahead + "\".")));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, ownPath(back))
                .build();
    }

    /** When the next timer of a journey or the next mail falls due. */
    private Optional<Instant> nextDue() {
        Instant now = clock.instant();
        return work.stream()
                .filter(each -> !each.name().equals(SHOP))
                .flatMap(each -> each.nextDue().stream())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** Nowhere but to a page of ours. */
    private static String ownPath(String back) {
        return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/";
    }
}
