package org.postroad.rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * A separate application context for a rehearsal: a database in a temporary folder that is deleted on close, a clock moved
 * by hand, no web server, no relay, and only the journeys that the rehearsal deploys. Settings of the machine that name a
 * database, a relay or Kafka are overridden, so nothing real is touched.
 */
public final class RehearsalApplication implements AutoCloseable {

    /** The start of tracked links; no server answers there. */
    public static final String PUBLIC_URL = "https://postroad.example";

    private static final List<String> SETTINGS = List.of(
            "spring.datasource.url=",
            "postroad.kafka.bootstrap-servers=",
            "postroad.time.rehearsal=true",
            "postroad.time.frozen-at=2026-01-01T00:00:00Z",
            "postroad.time.background=false",
            "postroad.event.lanes=1",
            "postroad.shop.enabled=false",
            "postroad.webhooks.make=false",
            "postroad.public-url=" + PUBLIC_URL,
            "postroad.decide.exploration=0",
            "postroad.journeys.spread=PT0S",
            "postroad.journeys.global-holdout=0",
            "camunda.bpm.job-execution.enabled=false",
            "logging.level.root=warn",
            // They would warn of missing journeys.
            "logging.level.org.postroad.journey.camunda.deployment.JourneyDeployment=error",
            "logging.level.org.postroad.journey.camunda.check.ValidatingDmnDeployer=error",
            // Needs a web server.
            "spring.autoconfigure.exclude="
                    + "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration");

    private final Path home;
    private final ConfigurableApplicationContext context;

    private RehearsalApplication(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    /**
     * Starts one; takes some seconds.
     *
     * @param application the application's main class
     * @param models whether the installation's models are used
     * @param more further settings, as {@code name=value}
     */
    public static RehearsalApplication open(Class<?> application, boolean models, String... more) {
        Path home = newHome();
        try {
            return new RehearsalApplication(home, start(application, home, models, more));
        } catch (RuntimeException e) {
            FileSystemUtils.deleteRecursively(home.toFile());
            throw e;
        }
    }

    private static ConfigurableApplicationContext start(
            Class<?> application, Path home, boolean models, String... more) {
        SpringApplication starting = new SpringApplication(application);
        starting.setWebApplicationType(WebApplicationType.NONE);
        starting.setLogStartupInfo(false);
        Path emptyFolder = home.resolve("none");
        Stream<String> paths = Stream.of("postroad.home=" + home, "postroad.journeys.location=" + emptyFolder);
        Stream<String> modelSettings =
                models ? Stream.empty() : Stream.of("postroad.decide.models-location=" + emptyFolder);
        return starting.run(lastOfEach(Stream.of(SETTINGS.stream(), paths, modelSettings, Arrays.stream(more))
                        .flatMap(settings -> settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
    }

    /** Of settings with the same name the last: Spring would make a list of them. */
    private static Stream<String> lastOfEach(Stream<String> settings) {
        return settings
                .collect(Collectors.toMap(
                        setting -> setting.substring(0, setting.indexOf('=')),
                        Function.identity(),
                        (first, last) -> last,
                        LinkedHashMap::new))
                .values()
                .stream();
    }

    private static Path newHome() {
        try {
            Path home = Files.createTempDirectory("postroad-rehearsal-");
            Files.createDirectory(home.resolve("none"));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be made for the rehearsal.", e);
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        FileSystemUtils.deleteRecursively(home.toFile());
    }
}
