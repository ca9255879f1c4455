package org.postroad;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages name exists: links, files and types; and the table of packages is that of the code. After a change of the
 * packages: {@code mvn test -Dtest=DocumentationTest -Dpostroad.page=write}.
 */
class DocumentationTest {

    private static final Path ARCHITECTURE = Path.of("src/docs/architecture.md");
    private static final Pattern TABLE = Pattern.compile("\\| Package \\| Purpose.*", Pattern.DOTALL); // to the end

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^()#\\s]*)(?:#([^()\\s]*))?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern SVG_CODE = Pattern.compile("<text class=\"code\"[^>]*>([^<]+)</text>");
    private static final Pattern FILE = Pattern.compile("(?:src|bpmn|dmn|models|\\.github|\\.ci|\\.mvn)/[\\w./-]+");
    private static final Pattern TYPE =
            Pattern.compile("([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?:\\.([A-Za-z]\\w*))?(?:\\(.*\\))?");

    /** Of the JDK, of libraries, and of formats. */
    private static final Set<String> FOREIGN = Set.of(
            "Authorization",
            "Clock",
            "Duration",
            "HttpOnly",
            "IllegalArgumentException",
            "Instant",
            "JavaDelegate",
            "NamedInterface",
            "Path",
            "Period",
            "Unreleased",
            "XIT",
            "XTest");

    private static final Set<String> TYPES_OF_TESTS = Stream.of("src/test/java", "src/bench/java")
            .flatMap(folder -> files(Path.of(folder)))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());

    static Stream<Path> pages() {
        return Stream.of("README.md", ".github", "src/docs", "src/test/modeler/README.md")
                .flatMap(place -> files(Path.of(place)))
                .filter(file -> file.toString().endsWith(".md"));
    }

    /** Those that are kept true; a decision record stays as it was written. */
    static Stream<Path> currentPages() {
        return pages().filter(page -> !page.startsWith("src/docs/adr"));
    }

    private static Stream<Path> files(Path place) {
        try (Stream<Path> found = Files.walk(place)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToWhatExists(Path page) {
        assertThat(found(LINK, FENCED.matcher(read(page)).replaceAll(""))
                        .filter(link -> !link.group(1).contains(":"))
                        .filter(link -> !exists(page, link)))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static boolean exists(Path page, MatchResult link) {
        Path target = link.group(1).isEmpty()
                ? page
                : page.resolveSibling(link.group(1)).normalize();
        return Files.exists(target) && (link.group(2) == null || anchors(target).contains(link.group(2)));
    }

    private static Set<String> anchors(Path page) {
        return found(Pattern.compile("(?m)^#+ (.*)$"), read(page))
                .map(title -> title.group(1).toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\w -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("currentPages")
    void namesFilesThatExist(Path page) {
        assertThat(code(page).filter(FILE.asMatchPredicate()))
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @ParameterizedTest
    @MethodSource("currentPages")
    void namesTypesThatExist(Path page) {
        assertThat(code(page).filter(name -> !isKnown(name))).isEmpty();
    }

    @Test
    void drawsTypesThatExist() {
        Path picture = ARCHITECTURE.resolveSibling("architecture.svg");

        assertThat(found(SVG_CODE, read(picture)).map(text -> text.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(isKnown(name)).as(name).isTrue());
    }

    /** Whether this is no type's name, or that of one of ours, with one of its members behind a dot. */
    private static boolean isKnown(String text) {
        return found(TYPE, text)
                .filter(type -> type.group().equals(text))
                .filter(type -> !FOREIGN.contains(type.group(1)))
                .allMatch(type -> TYPES_OF_TESTS.contains(type.group(1)) || isOfTheCode(type.group(1), type.group(2)));
    }

    private static boolean isOfTheCode(String type, String member) {
        List<JavaClass> named = ArchitectureTest.CODE.stream()
                .filter(each -> each.getSimpleName().equals(type))
                .toList();
        return named.stream().anyMatch(each -> member == null || members(each).anyMatch(member::equals));
    }

    private static Stream<String> members(JavaClass type) {
        Stream<String> nested = ArchitectureTest.CODE.stream()
                .filter(each -> each.getName().startsWith(type.getName() + "$"))
                .map(JavaClass::getSimpleName);
        return Stream.concat(nested, type.getMembers().stream().map(JavaMember::getName));
    }

    @Test
    void mapsThePackages() throws IOException {
        String table = PackageMap.table();
        if ("write".equals(System.getProperty("postroad.page"))) {
            String page = TABLE.matcher(read(ARCHITECTURE)).replaceFirst(Matcher.quoteReplacement(table));
            Files.writeString(ARCHITECTURE, page);
        }

        assertThat(read(ARCHITECTURE)).as("run it with -Dpostroad.page=write").endsWith(table);
    }

    private static Stream<String> code(Path page) {
        return found(CODE, FENCED.matcher(read(page)).replaceAll("")).map(code -> code.group(1));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
