package org.postroad.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.postroad.web.UnavailableProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What callers hear at a closed door: people who want a page get the login, all others a problem with its reason. */
public final class AccessProblemHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final RequestMatcher pages;
    private final ObjectMapper json;

    AccessProblemHandler(RequestMatcher pages, ObjectMapper json) {
        this.pages = pages;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            unavailable(
                    request,
                    response,
                    UnavailableProblems.databaseUnreachable(),
                    UnavailableProblems.RETRY_AFTER_SECONDS);
        } else if (pages.matches(request)) {
            response.sendRedirect("/login");
        } else {
            challenge(request, response);
            boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            write(
                    request,
                    response,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNAUTHORIZED,
                            tried
                                    ? "The login or the key is wrong."
                                    : "This needs a login (HTTP Basic) or an application key (Authorization: Bearer)."));
        }
    }

    /**
     * Browsers are not offered Basic: they would keep the password and send it along with every forged request too.
     * Clients that ask for a challenge before they log in get both.
     */
    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Postroad\"");
        if (agent == null || !agent.startsWith("Mozilla/")) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Postroad\", charset=\"UTF-8\"");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        write(
                request,
                response,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.FORBIDDEN,
                        "This is not allowed. If it came from a page that was open for long, load the page again."));
    }

    /** Too many are inside already. */
    public void crowded(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unavailable(
                request,
                response,
                UnavailableProblems.overloaded(),
                UnavailableProblems.RETRY_FOR_A_TURN_AFTER_SECONDS);
    }

    private void unavailable(
            HttpServletRequest request, HttpServletResponse response, ProblemDetail problem, int retryAfterSeconds)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        write(request, response, problem);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
