package org.postroad.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where there may be a crowd: at the API, when a shop sends events faster than the database takes them, and behind the
 * links of a mail that many open at once. They stand before the doors, since looking up a key needs the database too.
 * Console, health and meters have none: nobody waits there behind the crowd.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebSettings.class)
class ConcurrencyLimitConfiguration {

    private static final int BEFORE_THE_DOORS = SecurityProperties.DEFAULT_FILTER_ORDER - 1;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Bean
    FilterRegistrationBean<ConcurrencyLimitFilter> writersTurnstile(
            WebSettings settings, ProblemWriter problems, MeterRegistry registry) {
        return before(
                new ConcurrencyLimitFilter("api", ConcurrencyLimitConfiguration::writes, settings, problems, registry),
                "/api/*",
                "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<ConcurrencyLimitFilter> linksTurnstile(
            WebSettings settings, ProblemWriter problems, MeterRegistry registry) {
        return before(
                new ConcurrencyLimitFilter("links", request -> true, settings, problems, registry),
                "/c/*",
                "/o/*",
                "/u/*",
                "/v/*",
                "/p/*",
                "/y/*");
    }

    private static FilterRegistrationBean<ConcurrencyLimitFilter> before(
            ConcurrencyLimitFilter concurrencyLimitFilter, String... paths) {
        FilterRegistrationBean<ConcurrencyLimitFilter> registration =
                new FilterRegistrationBean<>(concurrencyLimitFilter);
        registration.addUrlPatterns(paths);
        registration.setOrder(BEFORE_THE_DOORS);
        return registration;
    }

    private static boolean writes(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }
}
