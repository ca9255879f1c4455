package org.postroad.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.postroad.web.ProblemWriter;
import org.postroad.web.UnavailableProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Answers callers without access: redirects page requests to the login, and answers all others with a problem. */
final class AccessProblemHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final RequestMatcher pages;
    private final ProblemWriter problems;

    AccessProblemHandler(RequestMatcher pages, ProblemWriter problems) {
        this.pages = pages;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AuthenticationServiceException) {
            problems.writeUnavailable(
                    request,
                    response,
                    UnavailableProblems.databaseUnreachable(),
                    UnavailableProblems.RETRY_AFTER_SECONDS);
        } else if (pages.matches(request)) {
            response.sendRedirect("/login");
        } else {
            challenge(request, response);
            boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            problems.write(
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
     * Does not offer Basic to browsers: they would store the password and send it with forged requests, too. Other clients,
     * which may need a challenge before they log in, get both.
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
        problems.write(
                request,
                response,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.FORBIDDEN,
                        "This is not allowed. If it came from a page that was open for long, load the page again."));
    }
}
