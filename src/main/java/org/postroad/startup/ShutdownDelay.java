package org.postroad.startup;

import java.time.Duration;
import org.postroad.web.WebSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the port open for a moment after readiness has turned {@code OUT_OF_SERVICE}, so that whoever spreads requests
 * over the nodes sees it and sends no more; until then they are answered as ever.
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

    /** Before the web server, whose phase is lower. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
