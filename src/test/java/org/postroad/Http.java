package org.postroad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/**
 * Calls the running application over HTTP, logged in or not. Does not follow redirects, since tests check where they lead.
 */
public final class Http {

    /** The application key of {@link PostroadTest}. */
    public static final String KEY = "key-of-the-tests";

    /** The password of {@code admin} in {@link PostroadTest}. */
    public static final String PASSWORD = "password-of-the-tests";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private final String authorization;

    private Http(String address, String authorization) {
        this.address = address;
        this.authorization = authorization;
    }

    /** An application with the tests' key, calling the server of this test context. */
    public static Http withKey(Environment environment) {
        return at(address(environment)).withKey(KEY);
    }

    /** The administrator, by HTTP Basic. */
    public static Http asAdmin(Environment environment) {
        return at(address(environment)).as("admin", PASSWORD);
    }

    /** Without login or key. */
    public static Http asNobody(Environment environment) {
        return at(address(environment));
    }

    public static Http at(String address) {
        return new Http(address, "");
    }

    private static String address(Environment environment) {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    public Http withKey(String key) {
        return new Http(address, "Bearer " + key);
    }

    public Http as(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Http(address, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> getPage(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return post(path, "application/json", json);
    }

    public HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** A browser: keeps cookies and sends forms with their CSRF token. */
    public Browser browser() {
        return new Browser(address);
    }

    /** For requests of another kind; start with {@link #request}. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(client, request);
    }

    private static HttpResponse<String> exchange(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /** A request to that path, or to that absolute address, with this caller's credentials. */
    public HttpRequest.Builder request(String path) {
        URI uri = URI.create(path.startsWith("http") ? path : address + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    /** Keeps a session; unlike a real browser it does not follow redirects. */
    public static final class Browser {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String address;

        private Browser(String address) {
            this.address = address;
        }

        public HttpResponse<String> get(String path) {
            return exchange(client, request(path).GET());
        }

        public HttpResponse<String> getPage(String path) {
            return exchange(client, request(path).header("Accept", "text/html").GET());
        }

        public HttpResponse<String> post(String path, String json) {
            return exchange(
                    client,
                    request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
        }

        /** Opens the page with the form, and sends the form to the same path. */
        public HttpResponse<String> submit(String path, Map<String, String> fields) {
            return submit(path, path, fields);
        }

        /** Opens the page with the form, and sends the form to another path. */
        public HttpResponse<String> submit(String page, String path, Map<String, String> fields) {
            Matcher token = TOKEN.matcher(getPage(page).body());
            if (!token.find()) {
                throw new IllegalStateException("The page " + page + " has no form token");
            }
            Map<String, String> form = new HashMap<>(fields);
            form.put("_csrf", token.group(1));
            String body = form.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            return exchange(
                    client,
                    request(path)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body)));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        public HttpResponse<String> send(HttpRequest.Builder request) {
            return exchange(client, request);
        }

        public HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(PATIENCE)
                    .header("User-Agent", "Mozilla/5.0");
        }
    }
}
