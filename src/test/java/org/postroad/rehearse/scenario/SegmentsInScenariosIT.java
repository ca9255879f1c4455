package org.postroad.rehearse.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.OwnContext;
import org.postroad.PostroadApplication;
import org.postroad.cli.CommandLauncher;
import org.springframework.util.FileSystemUtils;

/** The command {@code test} with stories of customers who are in segments, and {@code check} with tables that ask for them. */
@OwnContext
class SegmentsInScenariosIT {

    @TempDir
    Path folder;

    @BeforeEach
    void aJourneyForAnAudienceOfSegments() throws IOException {
        Files.createDirectory(folder.resolve("bpmn"));
        Files.writeString(
                folder.resolve("bpmn/loyalty.bpmn"),
                Files.readString(Path.of("bpmn/loyalty.bpmn"))
                        .replaceFirst(
                                "name=\"audience\" value=\"[^\"]*\"",
                                "name=\"audience\" value=\"\\${customer.in(&#39;champions&#39;) || customer.in(&#39;big-spenders&#39;)"
                                        + " || customer.like(&#39;big-spenders&#39;) || customer.segment ==&#39;behaviour-9&#39;}\""));
        FileSystemUtils.copyRecursively(Path.of("dmn"), folder.resolve("dmn"));
        Files.writeString(
                folder.resolve("dmn/offer-eligibility.dmn"),
                Files.readString(Path.of("dmn/offer-eligibility.dmn"))
                        .replace(
                                "id=\"discount-share-expression\" typeRef=\"double\"",
                                "id=\"discount-share-expression\"")
                        .replace("<text>discountShare</text>", "<text>segments</text>")
                        .replace("<text>&lt; 0.1</text>", "<text>list contains(?, \"big-spenders\")</text>"));
        Files.writeString(folder.resolve("segments.yaml"), "big-spenders: ${customer.revenue >= 500}\n");
    }

    @Test
    void aStoryGivesSegmentsOrThePastThatLeadsToThem() throws IOException {
        String said = test("""
                  - { name: Nobody, then: { enters: no }, until: 3 days }
                  - { name: Given, given: { segments: [champions] }, then: { stays: best-time }, until: 10 minutes }
                  - { name: Given a label, given: { segments: [behaviour-9] }, then: { stays: best-time }, until: 10 minutes }
                  - { name: Given another, given: { segments: [at-risk, behaviour-1] }, then: { enters: no }, until: 3 days }
                  - { name: Given likeness, given: { likeSegments: [big-spenders] }, then: { stays: best-time }, until: 10 minutes }
                  - name: By what happened
                    given: { past: [ { ago: 9 days, event: purchased, with: { total: 600 } } ] }
                    then: { stays: best-time }
                    until: 10 minutes
                """);
        assertThat(said).contains("6 scenarios, 6 as expected");
    }

    @Test
    void saysThatThereIsNoSuchSegment() throws IOException {
        assertThat(test("  - { name: Wrong, given: { segments: [champoins] }, then: { enters: no } }\n"))
                .contains("the customer's segments cannot be: there is no segment 'champoins'");
        Files.writeString(folder.resolve("segments.yaml"), "big-spenders: ${customer.wealth >= 500}\n");
        assertThat(test("  - { name: Nobody, then: { enters: no } }\n"))
                .contains("The segment 'big-spenders'", "wealth");
        Files.writeString(folder.resolve("segments.yaml"), "- big-spenders\n");
        assertThat(test("  - { name: Nobody, then: { enters: no } }\n"))
                .contains("segments.yaml cannot be read; write");
    }

    @Test
    void aTableIsCheckedWithTheSegmentsBesideIt() throws IOException {
        assertThat(run("check", folder.resolve("dmn").toString())).contains("3 files, 0 wrong");
        Files.delete(folder.resolve("segments.yaml"));
        assertThat(run("check", folder.resolve("dmn").toString()))
                .contains("there is no segment 'big-spenders'", "3 files, 1 wrong");
    }

    private String test(String scenarios) throws IOException {
        Path file = Files.writeString(folder.resolve("bpmn/loyalty.scenarios.yaml"), """
                journey: loyalty
                world:
                  customer: { firstName: Ada, email: ada@example.org, consents: [marketing] }
                scenarios:
                """ + scenarios);
        return run("test", file.toString());
    }

    private static String run(String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            CommandLauncher.run(PostroadApplication.class, command);
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
