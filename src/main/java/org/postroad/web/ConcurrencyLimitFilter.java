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
 * Limits how many requests of a kind are processed at once. A few more wait for a permit; the rest are answered with 503 at
 * once. So a slow database does not use up the server's threads and memory.
 */
final class ConcurrencyLimitFilter extends OncePerRequestFilter {

    /** The same as the timeout for a connection from the pool. */
    private static final long LONGEST_WAIT_SECONDS = 3;

    private final Predicate<HttpServletRequest> kind;
    private final Semaphore permits;
    private final Semaphore queue;
    private final ProblemWriter problems;
    private final Counter rejected;

    ConcurrencyLimitFilter(
            String name,
            Predicate<HttpServletRequest> kind,
            WebSettings settings,
            ProblemWriter problems,
            MeterRegistry registry) {
        this.kind = kind;
        this.permits = new Semaphore(settings.inside(), true);
        this.queue = new Semaphore(settings.queued());
        this.problems = problems;
        this.rejected = Counter.builder("postroad.doors.turned.away")
                .description("Requests answered with 503 since too many were inside")
                .tag("door", name)
                .register(registry);
        Gauge.builder("postroad.doors.inside", () -> settings.inside() - permits.availablePermits())
                .description("Requests that are being worked on")
                .baseUnit("requests")
                .tag("door", name)
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
            rejected.increment();
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
            permits.release();
        }
    }

    private boolean acquirePermit() {
        return permits.tryAcquire() || waitForPermit();
    }

    private boolean waitForPermit() {
        if (!queue.tryAcquire()) {
            return false;
        }
        try {
            return permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            queue.release();
        }
    }
}
