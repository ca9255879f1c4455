package org.postroad.modeler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.postroad.Http;

/**
 * Sends the requests of Camunda Modeler's deploy dialogue: those of its {@code CamundaAPI} after a person has entered the
 * address of the REST API, a name and a password.
 */
final class DeployButton {

    /** The prefix by which Modeler recognises a fault in the diagram. It shows the rest of the message. */
    static final String PARSE_ERROR = "ENGINE-09005 Could not parse BPMN process.";

    private static final String BOUNDARY = "----WebKitFormBoundaryModeler";

    private final Http person;
    private final ObjectMapper json = new ObjectMapper();

    DeployButton(Http person) {
        this.person = person;
    }

    /** Reads the version that the dialogue shows. */
    Answer version() {
        return answer(modeler("/engine-rest/version").GET());
    }

    /** Checks the connection, as the dialogue does whenever the address or the password changes. */
    Answer connection() {
        return answer(modeler("/engine-rest/deployment?maxResults=0").GET());
    }

    Answer deploy(String file, String bpmn) {
        String form = field("deployment-name", file.replace(".bpmn", ""))
                + field("deployment-source", "Camunda Modeler")
                + field("enable-duplicate-filtering", "true")
                + part("name=\"" + file + "\"; filename=\"" + file + "\"\r\nContent-Type: text/xml", bpmn)
                + "--" + BOUNDARY + "--\r\n";
        return answer(modeler("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form)));
    }

    /** The origin is {@code file://}, since Modeler's window is a local file. */
    private HttpRequest.Builder modeler(String path) {
        return person.request(path).header("Accept", "application/json").header("Origin", "file://");
    }

    private static String field(String name, String value) {
        return part("name=\"" + name + "\"", value);
    }

    private static String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private Answer answer(HttpRequest.Builder request) {
        HttpResponse<String> response = person.send(request);
        try {
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("Modeler expects JSON, not: " + response.body(), e);
        }
    }

    /** The response, as Modeler reads it. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status >= 200 && status < 300;
        }

        /** The message that Modeler shows below the diagram. */
        String problems() {
            return body.path("message").asText();
        }

        /** How many new versions of diagrams were deployed. */
        int deployed() {
            return body.path("deployedProcessDefinitions").size();
        }

        /** The element of the first fault, by its id. */
        String faultyElement(String file) {
            return body.path("details")
                    .path(file)
                    .path("errors")
                    .path(0)
                    .path("mainElementId")
                    .asText();
        }
    }
}
