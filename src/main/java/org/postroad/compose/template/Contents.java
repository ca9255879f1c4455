package org.postroad.compose.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.template.Template;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The templates of letters, {@code journey/name.ftlh}: those of the configured folder, else the shipped ones. */
public class Contents {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*/[a-z0-9][a-z0-9_-]*");

    private static final String SUFFIX = ".ftlh";
    private static final String PACKAGED = "/org/postroad/compose/content";

    private final @Nullable Path folder;
    private final FreeMarkerSandbox templates;

    /** @param folder with the operator's contents, which override the shipped ones; null if there is none */
    public Contents(@Nullable Path folder) {
        this.folder = folder;
        this.templates =
                new FreeMarkerSandbox(loader(folder), name -> folder == null || !Files.exists(folder.resolve(name)));
    }

    /** @throws LetterRefused if the name is malformed, or the template is missing, forbidden or cannot be read */
    public Template find(String content) {
        if (!NAME.matcher(content).matches()) {
            throw refused(content, "a content is named journey/name, in lower-case letters, digits, - and _");
        }
        try {
            return templates.getTemplate(content + SUFFIX);
        } catch (TemplateNotFoundException e) {
            throw refused(
                    content, "there is no such content; write " + content + SUFFIX + " or name another in the step");
        } catch (ParseException e) {
            throw refused(content, e.getEditorMessage() + " (line " + e.getLineNumber() + ")");
        } catch (FreeMarkerSandbox.ForbiddenInContent e) {
            throw refused(content, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refused(content, "it cannot be read: " + e.getMessage());
        }
    }

    /**
     * Whether the content may use this variable, since its file names it or includes another file: what it does not use
     * need not be loaded for it.
     *
     * @throws LetterRefused as {@link #find} does
     */
    public boolean mentions(String content, String variable) {
        return FreeMarkerSandbox.mentions(find(content), variable);
    }

    /** The names of all contents, as {@code journey/name}. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + PACKAGED + "/*/*" + SUFFIX)) {
                names.add(name(Path.of(file.getURL().getPath())));
            }
            if (folder != null) {
                try (Stream<Path> files = Files.find(folder, 2, (file, about) -> about.isRegularFile())) {
                    files.filter(file -> file.toString().endsWith(SUFFIX))
                            .map(Contents::name)
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.removeIf(name -> !NAME.matcher(name).matches());
        return names;
    }

    private static String name(Path file) {
        String fileName = file.getFileName().toString();
        return file.getName(file.getNameCount() - 2) + "/" + fileName.substring(0, fileName.length() - SUFFIX.length());
    }

    private static LetterRefused refused(String content, String fault) {
        return new LetterRefused(content, List.of(fault));
    }

    private static TemplateLoader loader(@Nullable Path folder) {
        TemplateLoader shipped = new ClassTemplateLoader(Contents.class, PACKAGED);
        return folder == null ? shipped : new MultiTemplateLoader(new TemplateLoader[] {files(folder), shipped});
    }

    private static TemplateLoader files(Path folder) {
        try {
            return new FileTemplateLoader(folder.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "postroad.compose.content-location is '" + folder
                            + "', which is no folder. Make it, or leave the setting out for the contents that Postroad brings.");
        }
    }
}
