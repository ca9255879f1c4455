package org.postroad.segment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.postroad.json.JsonFields;
import org.postroad.json.RequestBodies;
import org.postroad.segment.SegmentMembers.Member;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Segments over REST. */
@RestController
@Tag(name = "Segments")
class SegmentController {

    private static final int LONGEST_EXPRESSION = 2_000;
    private static final int PAGE = 1_000;

    private final RequestBodies requestBodies;
    private final NamedSegments named;
    private final SegmentReports reports;
    private final SegmentMembers members;
    private final SegmentCheck check;

    SegmentController(
            RequestBodies requestBodies,
            NamedSegments named,
            SegmentReports reports,
            SegmentMembers members,
            SegmentCheck check) {
        this.requestBodies = requestBodies;
        this.named = named;
        this.reports = reports;
        this.members = members;
        this.check = check;
    }

    /** The request body, for the API document. */
    record SegmentRule(String expression) {}

    @GetMapping("/api/segments")
    @Operation(
            operationId = "listSegments",
            summary = "All segments",
            description = "Those that people defined, clusters by behaviour, and RFM names; with size and growth.")
    List<SegmentReport> all() {
        return reports.all();
    }

    @GetMapping("/api/segments/{name}")
    @Operation(operationId = "getSegment", summary = "One segment: how many, since when, and what marks it")
    SegmentReport get(@PathVariable String name) {
        return reports.find(name).orElseThrow(() -> unknown(name));
    }

    @PutMapping(path = "/api/segments/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putSegment",
            summary = "Define a segment, or change it",
            description =
                    "expression is one that audiences can use, such as ${customer.orders >= 3}. Journeys know it at once"
                            + " as customer.in('name'); it is counted soon after.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SegmentRule.class)))
    SegmentReport put(@PathVariable String name, HttpServletRequest request) throws IOException {
        JsonFields body = JsonFields.of(requestBodies.value(request), "a segment");
        String expression = body.requiredText("expression", LONGEST_EXPRESSION);
        check.require(name, expression);
        named.put(name, expression);
        return get(name);
    }

    @DeleteMapping("/api/segments/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteSegment",
            summary = "Delete a segment that people defined",
            description = "Nobody is in it any more: customer.in('name') is false.")
    void delete(@PathVariable String name) {
        if (!named.delete(name)) {
            throw unknown(name);
        }
    }

    @GetMapping(path = "/api/segments/{name}/customers.csv", produces = "text/csv")
    @Operation(
            operationId = "exportSegment",
            summary = "Who was in a segment at the latest run",
            description = "customerId and since, by id.")
    void export(@PathVariable String name, HttpServletResponse response) throws IOException {
        get(name);
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        CSVPrinter csv = new CSVPrinter(response.getWriter(), CSVFormat.RFC4180);
        csv.printRecord("customerId", "since");
        for (List<Member> page = members.pageAfter("", name, PAGE);
                !page.isEmpty();
                page = members.pageAfter(page.get(page.size() - 1).customerId(), name, PAGE)) {
            for (Member member : page) {
                csv.printRecord(member.customerId(), member.since());
            }
        }
        csv.flush();
    }

    private static ResponseStatusException unknown(String name) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no segment \"" + name + "\".");
    }
}
