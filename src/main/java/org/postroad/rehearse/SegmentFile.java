package org.postroad.rehearse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The file with segments that people define, for rehearsals: {@code segments.yaml} beside the folders of diagrams and tables. */
public final class SegmentFile {

    public static final String NAME = "segments.yaml";

    private static final int NEAR = 3;

    private SegmentFile() {}

    /**
     * The expressions by name, in the order of the file; none without such a file.
     *
     * @throws IllegalArgumentException with a sentence, if it is no list of names with expressions
     */
    public static Map<String, String> in(Path folder) {
        Path file = folder.resolve(NAME);
        Map<String, String> expressions = new LinkedHashMap<>();
        if (Files.isRegularFile(file) && read(file) instanceof Map<?, ?> named) {
            named.forEach((name, expression) -> {
                if (!(expression instanceof String text)) {
                    throw unreadable(file);
                }
                expressions.put(String.valueOf(name), text);
            });
        }
        return expressions;
    }

    /** As {@link #in}, of the folder itself or of one of the two around it: for a folder or file in {@code bpmn/} or {@code dmn/}. */
    public static Map<String, String> near(Path path) {
        return Stream.iterate(path.toAbsolutePath().normalize(), Objects::nonNull, Path::getParent)
                .limit(NEAR)
                .filter(folder -> Files.isRegularFile(folder.resolve(NAME)))
                .findFirst()
                .map(SegmentFile::in)
                .orElse(Map.of());
    }

    private static Object read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            if (content instanceof Map<?, ?> || content == null) {
                return content == null ? Map.of() : content;
            }
            throw unreadable(file);
        } catch (YAMLException e) {
            throw unreadable(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    private static IllegalArgumentException unreadable(Path file) {
        return new IllegalArgumentException(
                file
                        + " cannot be read; write a name and an expression a line, such as big-spenders: ${customer.revenue >= 500}");
    }
}
