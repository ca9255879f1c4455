package org.postroad.startup;

import java.time.Duration;
import org.postroad.web.WebSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the port open for a while after readiness has become {@code OUT_OF_SERVICE}, so that load balancers notice and send
 * no more requests. Requests that still arrive are answered as before.
 */
@Component
@ConditionalOnWebApplication
class ShutdownDelay implements SmartLifecycle {

    private final Duration length;
    private volatile boolean running;

    ShutdownDelay(WebSettings settings) {
        this.length = settings.farewell();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops before the web server, whose phase is lower. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
