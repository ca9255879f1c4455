package org.postroad.guarantee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.postroad.Http;

/**
 * An application that sends its events until they are answered with 202, always with the same ids, as one should. Each
 * customer gets one mail by {@code errand_begun}.
 */
final class Errands {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 100;

    private final Supplier<Http> server;
    private final String prefix;

    /** @param server whom to try next: a node that runs, as far as one knows */
    Errands(Supplier<Http> server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    String customer(int i) {
        return prefix + "-" + i;
    }

    /** Customers who want mail. */
    void arrive(int number, Function<Integer, String> domain) {
        send(IntStream.range(0, number)
                .boxed()
                .flatMap(i -> List.of(
                        event(i, "signed_up", Map.of("email", customer(i) + "@" + domain.apply(i))),
                        event(i, "subscribed", Map.of("topic", "marketing", "source", "import")))
                        .stream())
                .toList());
    }

    /** One event of that type for each customer, in turn. */
    void all(String type, int from, int to, Map<String, ?> properties) {
        send(IntStream.range(from, to).mapToObj(i -> event(i, type, properties)).toList());
    }

    private Sent event(int customer, String type, Map<String, ?> properties) {
        return new Sent(prefix + "-" + type + "-" + customer, customer(customer), type, properties);
    }

    private record Sent(String id, String customerId, String type, Map<String, ?> properties) {}

    private void send(List<Sent> events) {
        List<List<Sent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); from += BATCH) {
            batches.add(events.subList(from, Math.min(from + BATCH, events.size())));
        }
        batches.forEach(this::sendUntilTaken);
    }

    private void sendUntilTaken(List<Sent> batch) {
        try {
            String body = JSON.writeValueAsString(batch);
            while (!taken(body, batch.size())) {
                TimeUnit.MILLISECONDS.sleep(100); // as an application does that was told to come again
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean taken(String body, int size) {
        HttpResponse<String> answer;
        try {
            answer = server.get().post("/api/events", body);
        } catch (UncheckedIOException e) {
            return false; // nobody is there, or was killed over it
        }
        if (answer.statusCode() == 503) {
            return false;
        }
        JsonNode receipt = tree(answer.body());
        if (answer.statusCode() != 202
                || receipt.at("/accepted").asInt() + receipt.at("/duplicates").asInt() != size) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return true;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
