package org.postroad.time;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock and the agenda. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeSettings.class)
class TimeConfiguration {

    @Bean
    ApplicationClock applicationClock(TimeSettings settings, Optional<ClockMemory> memory) {
        ApplicationClock clock = clock(settings);
        memory.ifPresent(clock::remember);
        return clock;
    }

    private static ApplicationClock clock(TimeSettings settings) {
        if (settings.frozenAt() == null) {
            return ApplicationClock.flowing();
        }
        return settings.rehearsal()
                ? ApplicationClock.forRehearsal(settings.frozenAt())
                : ApplicationClock.frozenAt(settings.frozenAt());
    }

    @Bean
    Bell bell() {
        return new Bell();
    }

    @Bean
    Agenda agenda(ApplicationClock clock, Bell bell, List<TimedWork> work, TimeSettings settings) {
        return new Agenda(clock, bell, work, settings.background());
    }
}
