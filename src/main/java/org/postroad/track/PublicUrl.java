package org.postroad.track;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The address of this server from outside: {@code postroad.public-url}, or this machine if that is not set. */
@Component
class PublicUrl {

    private final Environment environment;
    private final String configured;

    PublicUrl(Environment environment) {
        this.environment = environment;
        this.configured = checked(environment.getProperty("postroad.public-url", ""));
    }

    /** Without a trailing slash. */
    String address() {
        return configured.isEmpty() ? thisMachine() : configured;
    }

    /** Read on each call, since the port is known only once the server listens. */
    private String thisMachine() {
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        return "http://localhost:" + port;
    }

    private static String checked(String url) {
        String trimmed = url.strip().replaceAll("/+$", "");
        if (!trimmed.isEmpty() && !WebAddress.isAbsolute(trimmed)) {
            throw new IllegalStateException(
                    "postroad.public-url is '" + url
                            + "', but must be the absolute http or https address of this server, such as https://mail.example.com");
        }
        return trimmed;
    }
}
