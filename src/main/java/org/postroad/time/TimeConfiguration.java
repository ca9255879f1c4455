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
        ApplicationClock clock = settings.frozenAt() == null
                ? ApplicationClock.flowing()
                : ApplicationClock.frozenAt(settings.frozenAt());
        memory.ifPresent(clock::remember);
        return clock;
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
