package org.postroad.startup;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.postroad.security.EngineUsers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Prints the addresses when the application is ready and, at the first start, the generated login and key. */
@Component
@ConditionalOnWebApplication
class StartupMessage {

    private final AccessInitializer access;
    private final Environment environment;

    StartupMessage(AccessInitializer access, Environment environment) {
        this.access = access;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        print(System.out);
    }

    void print(PrintStream out) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  Postroad is ready.");
        lines.add("");
        lines.addAll(addresses());
        lines.addAll(access(access.takeGeneratedSecrets()));
        lines.add("");
        lines.forEach(out::println);
        out.flush();
    }

    private List<String> addresses() {
        String url = url();
        List<String> lines = new ArrayList<>();
        lines.add(line("Console", url + "/"));
        lines.add(line("Cockpit", url + "/camunda/app/cockpit/default/"));
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            lines.add(line("Inbox", url + "/inbox"));
        }
        lines.add(line("API", url + "/v3/api-docs"));
        return lines;
    }

    private static List<String> access(AccessInitializer.GeneratedSecrets secrets) {
        List<String> lines = new ArrayList<>();
        lines.add(line("Login", EngineUsers.ADMIN));
        if (secrets.password() != null) {
            lines.add(line("Password", secrets.password()));
        }
        if (secrets.apiKey() != null) {
            lines.add(line("API key", secrets.apiKey()));
        }
        if (secrets.password() != null || secrets.apiKey() != null) {
            lines.add("");
            lines.add("  Made up at this first start and shown only now: keep them.");
        }
        return lines;
    }

    private static String line(String word, String value) {
        return "  %-10s %s".formatted(word, value);
    }

    private String url() {
        String configured = environment.getProperty("postroad.public-url", "");
        return StringUtils.hasText(configured)
                ? StringUtils.trimTrailingCharacter(configured, '/')
                : "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
