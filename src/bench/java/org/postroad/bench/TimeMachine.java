package org.postroad.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.postroad.Http;

/** The time machine of a Postroad in local mode, over HTTP, however long it takes. */
final class TimeMachine {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI clock;

    TimeMachine(int port) {
        clock = URI.create("http://localhost:" + port + "/local/clock");
    }

    double secondsOfADay() throws IOException, InterruptedException {
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(clock)
                        .header("Authorization", "Bearer " + Http.KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"advance\":\"P1D\"}"))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
