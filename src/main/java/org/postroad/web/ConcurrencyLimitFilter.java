package org.postroad.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many requests of a kind in at once; a few more wait for their turn, and the rest hear at once that they had
 * better come back. So a slow database holds up those who need it, and neither the server's threads nor its memory fill
 * up with them.
 */
final class ConcurrencyLimitFilter extends OncePerRequestFilter {

    /** As long as others wait for a connection. */
    private static final long PATIENCE_SECONDS = 3;

    private final Predicate<HttpServletRequest> kind;
    private final Semaphore turns;
    private final Semaphore queue;
    private final ProblemWriter problems;
    private final Counter turnedAway;

    ConcurrencyLimitFilter(
            String door,
            Predicate<HttpServletRequest> kind,
            WebSettings settings,
            ProblemWriter problems,
            MeterRegistry registry) {
        this.kind = kind;
        this.turns = new Semaphore(settings.inside(), true);
        this.queue = new Semaphore(settings.queued());
        this.problems = problems;
        this.turnedAway = Counter.builder("postroad.doors.turned.away")
                .description("Requests answered with 503 since too many were inside")
                .tag("door", door)
                .register(registry);
        Gauge.builder("postroad.doors.inside", () -> settings.inside() - turns.availablePermits())
                .description("Requests that are being worked on")
                .baseUnit("requests")
                .tag("door", door)
                .register(registry);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !kind.test(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!acquirePermit()) {
            turnedAway.increment();
            problems.writeUnavailable(
                    request,
                    response,
                    UnavailableProblems.overloaded(),
                    UnavailableProblems.RETRY_WHEN_OVERLOADED_AFTER_SECONDS);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.release();
        }
    }

    private boolean acquirePermit() {
        return turns.tryAcquire() || waitForPermit();
    }

    private boolean waitForPermit() {
        if (!queue.tryAcquire()) {
            return false;
        }
        try {
            return turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.release();
        }
    }
}
