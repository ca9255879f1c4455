package org.postroad.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.jspecify.annotations.Nullable;
import org.postroad.event.InboxFull;
import org.postroad.json.BadInput;
import org.postroad.json.JsonSyntaxFault;
import org.postroad.json.PayloadTooLarge;
import org.postroad.sql.DatabaseFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Answers exceptions of controllers with RFC 9457 {@code application/problem+json}. */
@RestControllerAdvice
class ApiExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ApiExceptionHandler.class);

    @ExceptionHandler(BadInput.class)
    ProblemDetail badInput(BadInput fault) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(fault.getMessage()));
    }

    @ExceptionHandler(JsonProcessingException.class)
    ProblemDetail notJson(JsonProcessingException fault) {
        JsonSyntaxFault where = JsonSyntaxFault.of(fault);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The body is not JSON: " + where.inText() + ".");
        if (where.line() > 0) {
            problem.setProperty("line", where.line());
            problem.setProperty("column", where.column());
        }
        return problem;
    }

    @ExceptionHandler(PayloadTooLarge.class)
    ProblemDetail tooLarge(PayloadTooLarge excess) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE, String.valueOf(excess.getMessage()));
    }

    /** A body that Spring cannot convert to the parameter's type. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = fault.getCause() instanceof MismatchedInputException wrongType
                ? badInput(new BadInput(path(wrongType) + " has a value of the wrong type"))
                : fault.getCause() instanceof JsonProcessingException notJson
                        ? notJson(notJson)
                        : badInput(new BadInput("The body is missing or cannot be read."));
        return handleExceptionInternal(fault, problem, headers, status, request);
    }

    private static String path(JsonMappingException fault) {
        StringBuilder path = new StringBuilder();
        fault.getPath()
                .forEach(step -> path.append(
                        step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName()));
        return path.isEmpty() ? "the body" : path.substring(path.charAt(0) == '.' ? 1 : 0);
    }

    /** Answers temporary faults with 503: nothing of the request was stored, and it can be tried again. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> database(RuntimeException failure) {
        DatabaseFault fault = DatabaseFault.of(failure);
        if (fault != DatabaseFault.OTHER) {
            return UnavailableProblems.response(
                    fault == DatabaseFault.GONE
                            ? UnavailableProblems.databaseUnreachable()
                            : UnavailableProblems.conflict(),
                    UnavailableProblems.RETRY_AFTER_SECONDS);
        }
        return ResponseEntity.internalServerError().body(unexpected(failure));
    }

    @ExceptionHandler(InboxFull.class)
    ResponseEntity<ProblemDetail> full(InboxFull inbox) {
        return UnavailableProblems.response(
                UnavailableProblems.inboxFull(inbox), UnavailableProblems.RETRY_WHEN_INBOX_FULL_AFTER_SECONDS);
    }

    /** Left to Spring Security. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void rethrowAccessFailure(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler(Exception.class)
    ProblemDetail unexpected(Exception failure) {
        log.error("A request failed unexpectedly and was answered with 500.", failure);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something failed here that should not have. The server's log says what; nothing is wrong with the request.");
    }
}
