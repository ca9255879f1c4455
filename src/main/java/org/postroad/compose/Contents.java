package org.postroad.compose;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.template.Template;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contents that letters are written from: {@code journey/name.ftlh}, in the configured folder or as shipped. */
@Component
class Contents {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*/[a-z0-9][a-z0-9_-]*");

    private final SafeTemplates templates;

    Contents(ComposeSettings settings) {
        this.templates = new SafeTemplates(loader(settings.contentLocation()));
    }

    Template find(String content) {
        if (!NAME.matcher(content).matches()) {
            throw refused(content, "a content is named journey/name, in lower-case letters, digits, - and _");
        }
        try {
            return templates.getTemplate(content + ".ftlh");
        } catch (TemplateNotFoundException e) {
            throw refused(content, "there is no such content; write " + content + ".ftlh or name another in the step");
        } catch (ParseException e) {
            throw refused(content, e.getEditorMessage() + " (line " + e.getLineNumber() + ")");
        } catch (SafeTemplates.ForbiddenInContent e) {
            throw refused(content, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw refused(content, "it cannot be read: " + e.getMessage());
        }
    }

    private static LetterRefused refused(String content, String fault) {
        return new LetterRefused(content, List.of(fault));
    }

    private static TemplateLoader loader(@Nullable Path folder) {
        TemplateLoader shipped = new ClassTemplateLoader(Contents.class, "content");
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
