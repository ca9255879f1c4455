package org.postroad.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.postroad.web.ProblemWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may come in where. Three doors: pages that a signed token in the path opens, Camunda's web applications with their
 * own login, and everything else, which needs a login or a key.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    private static final String[] BY_TOKEN = {"/c/**", "/o/**", "/u/**", "/v/**", "/p/**", "/y/**"};
    private static final RequestMatcher PROGRAMS =
            new OrRequestMatcher(Stream.of("/api/**", "/local/**", "/engine-rest/**", "/v3/**", "/actuator/**")
                    .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                    .toList());
    private static final String[] OPEN = {
        "/login", "/assets/**", "/favicon.ico", "/actuator/health", "/actuator/health/**"
    };

    /** A letter in the browser: pictures and styles from anywhere, scripts from nowhere. */
    private static final String LETTER_POLICY = "default-src 'none'; img-src * data:; style-src 'self' 'unsafe-inline';"
            + " font-src * data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /** The console: own scripts only. Styles and pictures are as free as in the letters that it shows. */
    private static final String CONSOLE_POLICY =
            "default-src 'self'; img-src * data:; style-src 'self' 'unsafe-inline';"
                    + " font-src 'self' data:; object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

    /** Patterns mean the whole path, whichever servlet answers; Camunda brings servlets of its own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain signedPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(BY_TOKEN)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(LETTER_POLICY)))
                .build();
    }

    /** Camunda's own filters log in, forbid forged requests and set headers; only its first-user setup is walled up. */
    @Bean
    @Order(2)
    SecurityFilterChain camunda(HttpSecurity http, AccessProblemHandler accessProblemHandler) throws Exception {
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, reason) ->
                        accessProblemHandler.handle(request, response, new AccessDeniedException("walled up"))))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain house(
            HttpSecurity http,
            AccessProblemHandler accessProblemHandler,
            ApplicationKeys keys,
            IdentityService identity,
            EngineUsers users)
            throws Exception {
        HttpSessionRequestCache wantedPages = new HttpSessionRequestCache();
        wantedPages.setRequestMatcher(SecurityConfiguration::isPage);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(OPEN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(accessProblemHandler))
                .formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(accessProblemHandler)
                        .authenticationEntryPoint(accessProblemHandler))
                .requestCache(cache -> cache.requestCache(wantedPages))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfProtection))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONSOLE_POLICY)))
                .addFilterBefore(new ApiKeyFilter(keys, accessProblemHandler), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity, users), AuthorizationFilter.class)
                .build();
    }

    @Bean
    AccessProblemHandler accessProblemHandler(ProblemWriter problems) {
        return new AccessProblemHandler(SecurityConfiguration::isPage, problems);
    }

    /** A person with a browser asks for a page; programs get a status instead of a login form. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !PROGRAMS.matches(request);
    }

    /** Requests that prove themselves by a header of their own cannot be forged by a foreign page. */
    private static boolean needsCsrfProtection(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
