package org.postroad.shop.behaviour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/** Over HTTP. It calls this very server, by the loopback address, and nobody else. */
public final class HttpBrowser implements Browser {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String WHO = "Mozilla/5.0 (simulated shop)";
    private static final Logger log = LoggerFactory.getLogger(Browser.class);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Environment environment;

    public HttpBrowser(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String ownUrl() {
        String told = environment.getProperty("postroad.public-url", "");
        return told.isBlank() ? "http://localhost:" + port() : told.replaceAll("/+$", "");
    }

    @Override
    public void get(String address) {
        call(address, HttpRequest.newBuilder().GET());
    }

    @Override
    public void postOneClick(String address) {
        call(
                address,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    }

    private void call(String address, HttpRequest.Builder request) {
        try {
            client.send(
                    request.uri(onLoopback(address))
                            .header("User-Agent", WHO)
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.discarding());
        } catch (IOException e) {
            log.debug("A simulated person's request came to nothing: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI onLoopback(String address) {
        if (!address.startsWith(ownUrl() + "/")) {
            throw new IllegalArgumentException("Simulated people visit this server only.");
        }
        return URI.create("http://127.0.0.1:" + port() + address.substring(ownUrl().length()));
    }

    private String port() {
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .orElseThrow(() -> new IllegalStateException("The server does not listen yet."));
    }
}
