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

/** Says on the console, when all is ready, where to go and, at the first start, how to get in. */
@Component
@ConditionalOnWebApplication
class StartupMessage {

    private final AccessInitializer accessInitializer;
    private final Environment environment;

    StartupMessage(AccessInitializer accessInitializer, Environment environment) {
        this.accessInitializer = accessInitializer;
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
        lines.addAll(access(accessInitializer.takeGeneratedSecrets()));
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

    private static List<String> access(AccessInitializer.GeneratedSecrets generatedSecrets) {
        List<String> lines = new ArrayList<>();
        lines.add(line("Login", EngineUsers.ADMIN));
        if (generatedSecrets.password() != null) {
            lines.add(line("Password", generatedSecrets.password()));
        }
        if (generatedSecrets.apiKey() != null) {
            lines.add(line("API key", generatedSecrets.apiKey()));
        }
        if (generatedSecrets.password() != null || generatedSecrets.apiKey() != null) {
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
