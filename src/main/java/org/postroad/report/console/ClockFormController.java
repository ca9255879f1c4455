package org.postroad.report.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.postroad.local.LocalInbox;
import org.postroad.time.ClockMove;
import org.postroad.time.ScheduledWork;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The buttons that move the clock; local mode only. */
@Controller
@ConditionalOnWebApplication
class ClockFormController {

    /** The values of the buttons; a forged form cannot move time by anything else. */
    private static final Map<String, Duration> STEPS = Map.of(
            "1h", Duration.ofHours(1),
            "14h", Duration.ofHours(14),
            "1d", Duration.ofDays(1),
            "3d", Duration.ofDays(3));

    /** A move that ends within this time shows no progress. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static final String NEXT = "next";

    /** Left out of {@link #NEXT}: in the simulated shop, something happens every few minutes. */
    private static final String SHOP = "shop";

    private final Clock clock;
    private final WorkScheduler scheduler;
    private final List<ScheduledWork> work;
    private final boolean local;

    ClockFormController(
            Clock clock, WorkScheduler scheduler, List<ScheduledWork> work, ObjectProvider<LocalInbox> inbox) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.work = work;
        this.local = inbox.getIfAvailable() != null;
    }

    /**
     * Begins a move and redirects to the page where the button was pressed, which shows how far it has come; a short move
     * has ended by then. While the clock is being moved, nothing else is begun.
     */
    @PostMapping("/clock")
    ResponseEntity<Void> move(@RequestParam String ahead, @RequestParam(defaultValue = "/") String back)
            throws InterruptedException {
        requireLocal();
        Supplier<Instant> target = target(ahead);
        if (scheduler.currentMove().isEmpty()) {
            scheduler.begin(target).awaitEnd(SHORT);
        }
        return redirect(back);
    }

    private Supplier<Instant> target(String ahead) {
        if (ahead.equals(NEXT)) {
            return () -> nextDue().orElseGet(clock::instant);
        }
        Duration step = Optional.ofNullable(STEPS.get(ahead))
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no button \"" + ahead + "\"."));
        return () -> clock.instant().plus(step);
    }

    /** Stops the move that is under way; the clock stays where it is then. */
    @PostMapping("/clock/stop")
    ResponseEntity<Void> stop(@RequestParam(defaultValue = "/") String back) throws InterruptedException {
        requireLocal();
        Optional<ClockMove> move = scheduler.currentMove();
        if (move.isPresent()) {
            move.get().stop();
            move.get().awaitEnd(SHORT);
        }
        return redirect(back);
    }

    /** How far the latest move has come, for the page that waits. */
    @GetMapping("/clock/move")
    ResponseEntity<ClockMoveView> progress() {
        requireLocal();
        return ResponseEntity.of(
                scheduler.latestMove().map(move -> ClockMoveView.of(move.progress(), new Format(clock.instant()))));
    }

    private void requireLocal() {
        if (!local) {
            throw NotFound.page("The clock can be moved in local mode only.");
        }
    }

    private static ResponseEntity<Void> redirect(String back) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, ownPath(back))
                .build();
    }

    /** When the next timer or mail falls due. */
    private Optional<Instant> nextDue() {
        Instant now = clock.instant();
        return work.stream()
                .filter(each -> !each.name().equals(SHOP))
                .flatMap(each -> each.nextDue().stream())
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    /** No open redirect: the path must be on this server. */
    private static String ownPath(String back) {
        return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/";
    }
}
