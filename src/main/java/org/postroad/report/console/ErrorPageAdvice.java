package org.postroad.report.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroad.local.LocalInbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers errors with a page where the caller accepts HTML, and with problem+json otherwise. */
@ControllerAdvice
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ErrorPageAdvice {

    private final Clock clock;
    private final boolean local;

    ErrorPageAdvice(Clock clock, ObjectProvider<LocalInbox> inbox) {
        this.clock = clock;
        this.local = inbox.getIfAvailable() != null;
    }

    @ExceptionHandler
    Object missing(NoResourceFoundException failure, HttpServletRequest request) {
        return answer(failure, "There is no page here.", request);
    }

    @ExceptionHandler
    Object refused(ResponseStatusException failure, HttpServletRequest request) {
        return answer(failure, failure.getReason(), request);
    }

    private Object answer(ErrorResponse failure, @Nullable String sentence, HttpServletRequest request) {
        ProblemDetail problem = failure.getBody();
        String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        if (!accept.contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.status(failure.getStatusCode()).body(problem);
        }
        Map<String, Object> model = Map.of(
                "frame",
                new PageFrame(clock.instant(), local, "/", Optional.empty(), 0),
                "fmt",
                new Format(clock.instant()),
                "title",
                Objects.requireNonNullElse(problem.getTitle(), "Problem"),
                "sentence",
                Objects.requireNonNullElse(sentence, ""));
        return new ModelAndView("console/problem", model, failure.getStatusCode());
    }
}
