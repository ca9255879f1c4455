package org.postroad.report.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.postroad.local.LocalInbox;
import org.postroad.time.ClockMove;
import org.postroad.time.WorkScheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds the frame and the formats to every page's model. */
@ControllerAdvice(basePackageClasses = PageFrameAdvice.class)
class PageFrameAdvice {

    private final Clock clock;
    private final JdbcClient jdbc;
    private final WorkScheduler scheduler;
    private final boolean local;

    PageFrameAdvice(Clock clock, JdbcClient jdbc, WorkScheduler scheduler, ObjectProvider<LocalInbox> inbox) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.jdbc = jdbc;
        this.local = inbox.getIfAvailable() != null;
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request) {
        String query = request.getQueryString();
        String here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new PageFrame(clock.instant(), local, here, move(), deadLetters());
    }

    private Optional<ClockMoveView> move() {
        return local
                ? scheduler
                        .latestMove()
                        .filter(ClockMove::isNews)
                        .map(move -> ClockMoveView.of(move.progress(), format()))
                : Optional.empty();
    }

    @ModelAttribute("fmt")
    Format format() {
        return new Format(clock.instant());
    }

    private long deadLetters() {
        return jdbc.sql("select count(*) from inbox where failure is not null")
                .query(Long.class)
                .single();
    }
}
