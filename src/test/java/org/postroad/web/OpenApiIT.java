package org.postroad.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Clients are generated from the OpenAPI document, and their code is named by it. */
@PostroadTest
class OpenApiIT {

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    /** A name that changes here is a breaking change: pin the old one with an annotation, or say so in the changelog. */
    @Test
    void keepsTheNamesOfOperationsTagsAndSchemas() throws IOException {
        JsonNode document =
                json.readTree(Http.asAdmin(environment).get("/v3/api-docs").body());

        Stream<String> operations = document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey() + ": "
                                + operation.getValue().at("/tags/0").asText() + ", "
                                + operation.getValue().get("operationId").asText()));
        Stream<String> schemas =
                document.at("/components/schemas").properties().stream().map(schema -> "schema " + schema.getKey());
        assertThat(Stream.concat(operations, schemas)).containsExactlyInAnyOrderElementsOf(names());
    }

    private static Iterable<String> names() throws IOException {
        try (InputStream in = OpenApiIT.class.getResourceAsStream("openapi-names.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
