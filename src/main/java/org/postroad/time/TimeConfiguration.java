package org.postroad.time;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the scheduler. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeSettings.class)
class TimeConfiguration {

    @Bean
    ApplicationClock applicationClock(TimeSettings settings, Optional<ClockOffsetStore> store) {
        ApplicationClock clock = clock(settings);
        store.ifPresent(clock::persistTo);
        return clock;
    }

    private static ApplicationClock clock(TimeSettings settings) {
        if (settings.frozenAt() == null) {
            return ApplicationClock.followingSystemTime();
        }
        return settings.rehearsal()
                ? ApplicationClock.forRehearsal(settings.frozenAt())
                : ApplicationClock.frozenAt(settings.frozenAt());
    }

    @Bean
    Ids ids(ApplicationClock clock, TimeSettings settings) {
        return settings.rehearsal() ? new RehearsalIds(clock) : Ids.RANDOM;
    }

    @Bean
    WorkSignal workSignal() {
        return new WorkSignal();
    }

    @Bean
    WorkScheduler workScheduler(
            ApplicationClock clock, WorkSignal workSignal, List<ScheduledWork> work, TimeSettings settings) {
        return new WorkScheduler(clock, workSignal, work, settings.background());
    }
}
