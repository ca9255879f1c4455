package org.postroad.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Another system, which is called and answers as it is told, 200 when it was told nothing. */
public final class WebhookReceiver implements AutoCloseable {

    private static final int NEVER = -1;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<ReceivedCall> heard = new CopyOnWriteArrayList<>();

    public WebhookReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private record Reply(int status, String header, String value) {}

    public record ReceivedCall(String path, String key, String signature, String body) {}

    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public WebhookReceiver answers(int... statuses) {
        for (int status : statuses) {
            replies.add(new Reply(status, "X-Nothing", "to add"));
        }
        return this;
    }

    public WebhookReceiver answers(int status, String header, String value) {
        replies.add(new Reply(status, header, value));
        return this;
    }

    public WebhookReceiver answersNothing() {
        return answers(NEVER);
    }

    public List<ReceivedCall> received() {
        return List.copyOf(heard);
    }

    private void answer(HttpExchange call) throws IOException {
        heard.add(new ReceivedCall(
                call.getRequestURI().getPath(),
                call.getRequestHeaders().getFirst("Idempotency-Key"),
                call.getRequestHeaders().getFirst("Postroad-Signature"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Reply reply = next();
        if (reply.status() == NEVER) {
            awaitClose();
        } else {
            call.getResponseHeaders().add(reply.header(), reply.value());
            call.sendResponseHeaders(reply.status(), -1);
        }
        call.close();
    }

    private synchronized Reply next() {
        return replies.isEmpty() ? new Reply(200, "X-Nothing", "to add") : replies.remove();
    }

    private void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
