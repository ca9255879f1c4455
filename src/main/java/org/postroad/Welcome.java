package org.postroad;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says on the console, when all is ready, where to go and, at the first start, how to get in. */
@Component
@ConditionalOnWebApplication
class Welcome {

    private final FirstStart firstStart;
    private final Environment environment;

    Welcome(FirstStart firstStart, Environment environment) {
        this.firstStart = firstStart;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        print(System.out);
    }

    void print(PrintStream out) {
        List<String> lines = new ArrayList<>();
        lines.add("Postroad is ready.");
        lines.add("");
        lines.addAll(addresses());
        lines.addAll(secrets(firstStart.takeMade()));
        out.println("\n  " + String.join("\n  ", lines) + "\n");
        out.flush();
    }

    private List<String> addresses() {
        String url = url();
        List<String> lines = new ArrayList<>();
        lines.add("Console    " + url + "/");
        lines.add("Cockpit    " + url + "/camunda/app/cockpit/default/");
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            lines.add("Inbox      " + url + "/inbox");
        }
        lines.add("API        " + url + "/v3/api-docs");
        return lines;
    }

    private static List<String> secrets(FirstStart.Made made) {
        List<String> lines = new ArrayList<>();
        if (made.password() != null || made.apiKey() != null) {
            lines.add("");
            lines.add("Made at this first start; shown once, so keep them:");
        }
        if (made.password() != null) {
            lines.add("Login      " + EngineUsers.ADMIN);
            lines.add("Password   " + made.password());
        }
        if (made.apiKey() != null) {
            lines.add("API key    " + made.apiKey());
        }
        return lines;
    }

    private String url() {
        String configured = environment.getProperty("postroad.public-url", "");
        return StringUtils.hasText(configured)
                ? StringUtils.trimTrailingCharacter(configured, '/')
                : "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }
}
