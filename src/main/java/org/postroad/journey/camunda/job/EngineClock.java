package org.postroad.journey.camunda.job;

import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.postroad.time.ApplicationClock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Keeps the engine's clock, which is static, in step with the application's clock. */
@Component
final class EngineClock implements DisposableBean {

    EngineClock(ApplicationClock clock) {
        clock.runOnMove(() -> follow(clock));
    }

    private static void follow(ApplicationClock clock) {
        if (clock.isFrozen()) {
            ClockUtil.setCurrentTime(Date.from(clock.instant()));
        } else {
            ClockUtil.offset(clock.ahead().toMillis());
        }
    }

    @Override
    public void destroy() {
        ClockUtil.reset();
    }
}
