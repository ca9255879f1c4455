package org.postroad.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** An application somewhere else: all it has is an address and a key. */
final class OutsideApplication {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI server;
    private final String key;

    OutsideApplication(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    void put(String path, Map<String, ?> body) {
        var response = send(withKey(path).PUT(BodyPublishers.ofString(json(body))));
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError("PUT " + path + ": " + response.statusCode() + " " + response.body());
        }
    }

    /** Something that happens now. */
    JsonNode happens(String customer, String type, Map<String, ?> properties) {
        return post("/api/events", Map.of("customerId", customer, "type", type, "properties", properties));
    }

    /** Something that happened then. */
    JsonNode happened(String customer, String type, Instant at, Map<String, ?> properties) {
        return post(
                "/api/events",
                Map.of("customerId", customer, "type", type, "occurredAt", at.toString(), "properties", properties));
    }

    JsonNode post(String path, Object body) {
        var response = send(withKey(path).POST(BodyPublishers.ofString(json(body))));
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError("POST " + path + ": " + response.statusCode() + " " + response.body());
        }
        return tree(response.body());
    }

    JsonNode get(String path) {
        var response = send(withKey(path).GET());
        if (response.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + response.statusCode() + " " + response.body());
        }
        return tree(response.body());
    }

    Instant now() {
        return Instant.parse(get("/local/clock").get("now").asText());
    }

    void moveClockTo(Instant at) {
        post("/local/clock", Map.of("at", at.toString()));
    }

    void moveClockBy(String duration) {
        post("/local/clock", Map.of("advance", duration));
    }

    /** What the journey of this story has sent; others may have written as well. */
    List<JsonNode> browseMailsTo(String address) {
        return StreamSupport.stream(get("/local/inbox?to=" + address).spliterator(), false)
                .filter(mail -> mail.at("/headers/Feedback-ID").asText().contains(":browse-abandonment:"))
                .toList();
    }

    List<JsonNode> timelineOf(String customer) {
        List<JsonNode> entries = new ArrayList<>();
        JsonNode timeline = get("/api/customers/" + customer + "/timeline?limit=500");
        (timeline.isArray() ? timeline : timeline.get("entries")).forEach(entries::add);
        return entries;
    }

    /** Follows a public link as a mail program would: no key, no cookie. */
    HttpResponse<String> open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    /** RFC 8058: one POST, no login, no cookie. */
    HttpResponse<String> oneClick(String url) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private HttpRequest.Builder withKey(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("No answer from " + server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }
}
