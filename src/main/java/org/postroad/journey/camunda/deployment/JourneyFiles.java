package org.postroad.journey.camunda.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postroad.journey.JourneySettings;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The diagrams and decision tables to deploy: the packaged ones, or those of {@code postroad.journeys.location}. */
@Component
class JourneyFiles {

    private final JourneySettings settings;
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    JourneyFiles(JourneySettings settings) {
        this.settings = settings;
    }

    /**
     * The files, by name without folder.
     *
     * @throws JourneysRefused if the folder does not exist, or two files have the same name
     */
    Map<String, Resource> all() {
        Map<String, Resource> files = new TreeMap<>();
        patterns().flatMap(this::matching).forEach(file -> {
            Resource other = files.put(String.valueOf(file.getFilename()), file);
            if (other != null) {
                throw new JourneysRefused("Two files are named '" + file.getFilename() + "': " + other.getDescription()
                        + " and " + file.getDescription() + ". Rename one.");
            }
        });
        return files;
    }

    private Stream<String> patterns() {
        Path location = settings.location();
        if (location == null) {
            return Stream.of("classpath*:bpmn/**/*.bpmn", "classpath*:dmn/**/*.dmn");
        }
        if (!Files.isDirectory(location)) {
            throw new JourneysRefused("postroad.journeys.location names '" + location.toAbsolutePath()
                    + "', which is not a folder. Name the folder that holds your .bpmn and .dmn files.");
        }
        String folder = "file:" + location.toAbsolutePath() + "/**/*";
        return Stream.of(folder + ".bpmn", folder + ".dmn");
    }

    private Stream<Resource> matching(String pattern) {
        try {
            return Arrays.stream(resources.getResources(pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
