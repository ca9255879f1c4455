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
 * Limits concurrent requests where there may be too many: writes to the API, when a shop sends events faster than the
 * database stores them, and links of a mail that many open at once. The filters run before Spring Security, since looking up
 * a key needs the database, too. Console, health and metrics have no limit and stay responsive.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(WebSettings.class)
class ConcurrencyLimitConfiguration {

    private static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 1;
    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    @Bean
    FilterRegistrationBean<ConcurrencyLimitFilter> apiWriteLimit(
            WebSettings settings, ProblemWriter problems, MeterRegistry registry) {
        return registered(
                new ConcurrencyLimitFilter("api", ConcurrencyLimitConfiguration::writes, settings, problems, registry),
                "/api/*",
                "/engine-rest/*");
    }

    @Bean
    FilterRegistrationBean<ConcurrencyLimitFilter> linkLimit(
            WebSettings settings, ProblemWriter problems, MeterRegistry registry) {
        return registered(
                new ConcurrencyLimitFilter("links", request -> true, settings, problems, registry),
                "/c/*",
                "/o/*",
                "/u/*",
                "/v/*",
                "/p/*",
                "/y/*");
    }

    private static FilterRegistrationBean<ConcurrencyLimitFilter> registered(
            ConcurrencyLimitFilter filter, String... paths) {
        FilterRegistrationBean<ConcurrencyLimitFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    private static boolean writes(HttpServletRequest request) {
        return !READ_METHODS.contains(request.getMethod());
    }
}
