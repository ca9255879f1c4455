package org.postroad.track;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where this server is reached from outside: {@code postroad.public-url}, or this machine while that is not set. */
@Component
class PublicUrl {

    private final Environment environment;
    private final String configured;

    PublicUrl(Environment environment) {
        this.environment = environment;
        this.configured = checked(environment.getProperty("postroad.public-url", ""));
    }

    /** Without a slash at the end. */
    String address() {
        return configured.isEmpty() ? thisMachine() : configured;
    }

    /** The port is known only once the server listens, hence not asked for earlier. */
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
