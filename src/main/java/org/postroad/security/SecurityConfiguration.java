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
 * Three filter chains: pages with a signed token in their path, Camunda's web applications with their own login, and
 * everything else, which needs a login or a key.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    private static final String[] SIGNED_PATHS = {"/c/**", "/o/**", "/u/**", "/v/**", "/p/**", "/y/**"};
    private static final RequestMatcher PROGRAMMATIC =
            new OrRequestMatcher(Stream.of("/api/**", "/local/**", "/engine-rest/**", "/v3/**", "/actuator/**")
                    .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                    .toList());
    private static final String[] PUBLIC = {
        "/login", "/assets/**", "/favicon.ico", "/actuator/health", "/actuator/health/**"
    };

    /** For mails shown in the browser: images from anywhere, inline styles, no scripts. */
    private static final String MAIL_POLICY = "default-src 'none'; img-src * data:; style-src 'self' 'unsafe-inline';"
            + " font-src * data:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    /** For the console: own scripts only; images and styles as in the mails that it shows. */
    private static final String CONSOLE_POLICY =
            "default-src 'self'; img-src * data:; style-src 'self' 'unsafe-inline';"
                    + " font-src 'self' data:; object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

    /** Matches patterns against the whole path, whichever servlet answers: Camunda has servlets of its own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean requestMatcherBuilder() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    @Bean
    @Order(1)
    SecurityFilterChain signedPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(SIGNED_PATHS)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(MAIL_POLICY)))
                .build();
    }

    /** Camunda's own filters handle login, CSRF and headers; this chain only blocks its setup of a first user. */
    @Bean
    @Order(2)
    SecurityFilterChain camundaWebapps(HttpSecurity http, AccessProblemHandler problemHandler) throws Exception {
        return http.securityMatcher("/camunda/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, reason) ->
                        problemHandler.handle(request, response, new AccessDeniedException("blocked"))))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain consoleAndApi(
            HttpSecurity http,
            AccessProblemHandler problemHandler,
            ApplicationKeys keys,
            IdentityService identity,
            EngineUsers users)
            throws Exception {
        HttpSessionRequestCache requestedPages = new HttpSessionRequestCache();
        requestedPages.setRequestMatcher(SecurityConfiguration::isPage);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PUBLIC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(problemHandler))
                .formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .exceptionHandling(handling ->
                        handling.accessDeniedHandler(problemHandler).authenticationEntryPoint(problemHandler))
                .requestCache(cache -> cache.requestCache(requestedPages))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfProtection))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONSOLE_POLICY)))
                .addFilterBefore(new ApiKeyFilter(keys, problemHandler), BasicAuthenticationFilter.class)
                .addFilterAfter(new EngineIdentityFilter(identity, users), AuthorizationFilter.class)
                .build();
    }

    @Bean
    AccessProblemHandler accessProblemHandler(ProblemWriter problems) {
        return new AccessProblemHandler(SecurityConfiguration::isPage, problems);
    }

    /** Whether a browser requests a page; other clients get a status instead of the login form. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !PROGRAMMATIC.matches(request);
    }

    /** A foreign page cannot forge requests with an Authorization header. */
    private static boolean needsCsrfProtection(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
